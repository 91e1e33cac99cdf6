select case when typeof("number" + ?) = 'integer' then "number" + ? end as "number", "ratio" + ? as "ratio", round(("price" + ?) * 100.0) / 100.0 as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
