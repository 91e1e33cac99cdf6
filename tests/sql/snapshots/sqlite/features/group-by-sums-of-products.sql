select "id", round(sum("price" * "price"), 4) as "two", round(sum(round("price" * "price" * 10000.0) / 10000.0 * (round((? - "price") * 100.0) / 100.0)), 6) as "three", round(sum(case when "flag" then "price" * "price" else ? end), 4) as "some"
from "shop"."samples"
group by "id";
-- 1: 1
-- 2: 0
