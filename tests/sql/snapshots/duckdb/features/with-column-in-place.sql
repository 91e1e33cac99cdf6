select "id", lower(replace(case when contains("name", 'Σ') then regexp_replace("name", '(\p{L})Σ(\P{L}|$)', '\1ς\2', 'g') else "name" end, 'İ', 'i̇')) as "name", "city"
from "customers";
