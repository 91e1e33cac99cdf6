select ("tags")[case when $1::bigint >= 0 and $2::bigint < len("tags") then $3::bigint + 1 when "tags" is not null and $4::bigint is not null then ('getItem: no element ' || $5::bigint || ' in an array of ' || len("tags"))::bigint end] as "first"
from "lists";
-- 1: 0
-- 2: 0
-- 3: 0
-- 4: 0
-- 5: 0
