select ("tags")[case when $1::bigint >= 0 and $2::bigint < cardinality("tags") then $3::bigint when "tags" is not null and $4::bigint is not null then ('getItem: no element ' || $5::bigint || ' in an array of ' || cardinality("tags"))::int end + 1] as "first"
from "lists";
-- 1: "0"
-- 2: "0"
-- 3: "0"
-- 4: "0"
-- 5: "0"
