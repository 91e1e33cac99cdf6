select "id"
from "customers"
where lower(replace(case when contains("name", 'Σ') then regexp_replace("name", '(\p{L})Σ(\P{L}|$)', '\1ς\2', 'g') else "name" end, 'İ', 'i̇')) like lower(replace(case when contains($1, 'Σ') then regexp_replace($2, '(\p{L})Σ(\P{L}|$)', '\1ς\2', 'g') else $3 end, 'İ', 'i̇'));
-- 1: "a%"
-- 2: "a%"
-- 3: "a%"
