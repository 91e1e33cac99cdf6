select "id", list_sum([sum(case when "price" between -99999999.99 and 99999999.99 and "price" between -999999.99 and 999999.99 then "price" * "price" end), sum(case when "price" between -99999999.99 and 99999999.99 and "price" between -999999.99 and 999999.99 then null else "price"::decimal(19,2) * "price" end)])::decimal(35,4) as "two", list_sum([sum(case when "price" between -999999.99 and 999999.99 and "price" between -999.99 and 999.99 and ($1::decimal(1,0) - "price") between -999.99 and 999.99 then "price" * "price" * ($2::decimal(1,0) - "price") end), sum(case when "price" between -999999.99 and 999999.99 and "price" between -999.99 and 999.99 and ($3::decimal(1,0) - "price") between -999.99 and 999.99 then null else ("price"::decimal(19,2) * "price" * ($4::decimal(1,0) - "price"))::decimal(38,6) end)]) as "three", sum(case when "flag" then "price"::decimal(19,2) * "price" else $5::decimal(25,4) end)::decimal(35,4) as "some"
from "shop"."samples"
group by "id";
-- 1: "1"
-- 2: "1"
-- 3: "1"
-- 4: "1"
-- 5: "0.0000"
