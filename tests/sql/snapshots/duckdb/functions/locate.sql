select ((case when $1::bigint is null or $2::bigint < 1 then 0 when "text" = '' and "word" is not null then 1 else case instr(substr("word", $3::bigint), "text") when 0 then 0 else instr(substr("word", $4::bigint), "text") + $5::bigint - 1 end end))::int as "text"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
