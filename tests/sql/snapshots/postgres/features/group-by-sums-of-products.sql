select "id", sum("price" * "price")::numeric(35, 4) as "two", sum(("price" * "price" * ($1::numeric(1,0) - "price"))::numeric(38,6))::numeric(38, 6) as "three", sum(case when "flag" then "price" * "price" else $2::numeric(25,4) end)::numeric(35, 4) as "some"
from "shop"."samples"
group by "id";
-- 1: "1"
-- 2: "0.0000"
