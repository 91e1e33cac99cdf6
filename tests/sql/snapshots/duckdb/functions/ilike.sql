select lower(replace(case when contains("text", 'Σ') then regexp_replace("text", '(\p{L})Σ(\P{L}|$)', '\1ς\2', 'g') else "text" end, 'İ', 'i̇')) like lower(replace(case when contains($1, 'Σ') then regexp_replace($2, '(\p{L})Σ(\P{L}|$)', '\1ς\2', 'g') else $3 end, 'İ', 'i̇')) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: "a"
