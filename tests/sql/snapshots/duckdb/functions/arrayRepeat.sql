select case when $1::bigint > 2147483632 then error('arrayRepeat: too many elements: ' || $2::bigint) else repeat(["text"], $3::bigint) end as "text", case when $4::bigint > 2147483632 then error('arrayRepeat: too many elements: ' || $5::bigint) else repeat(["number"], $6::bigint) end as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: 2
