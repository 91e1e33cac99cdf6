select "flag", avg("number") as "avg(number)", round(avg("price"), 6) as "avg(price)"
from "shop"."samples"
group by "flag";
