select case when $1::bigint is not null then $2::bigint = any("list") end as "list", case when $3::text is not null then $4::text = any("words") end as "words"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "a"
-- 4: "a"
