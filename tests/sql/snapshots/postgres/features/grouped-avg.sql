select "flag", avg("number"::double precision) as "avg(number)", avg("price")::numeric(16, 6) as "avg(price)"
from "shop"."samples"
group by "flag";
