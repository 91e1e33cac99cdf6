select lower(replace(case when contains("text", 'Σ') then regexp_replace("text", '(\p{L})Σ(\P{L}|$)', '\1ς\2', 'g') else "text" end, 'İ', 'i̇')) as "text"
from "shop"."samples";
