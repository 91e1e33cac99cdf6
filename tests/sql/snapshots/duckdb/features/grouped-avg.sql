select "flag", avg("number") as "avg(number)", (((sum("price") * 100)::hugeint * 100000 // nullif(count("price")::hugeint, 0))::decimal(38,0) * 0.0000001)::decimal(16,6) as "avg(price)"
from "shop"."samples"
group by "flag";
