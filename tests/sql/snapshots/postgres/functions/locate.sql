select case when $1::bigint is null or $2::bigint < 1 then 0 when "text" = '' and "word" is not null then 1 else case strpos(substr("word", $3::bigint::int), "text") when 0 then 0 else strpos(substr("word", $4::bigint::int), "text") + $5::bigint::int - 1 end end as "text"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
-- 4: "2"
-- 5: "2"
