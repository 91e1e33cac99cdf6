select "bytes", count(*) as "count"
from "shop"."samples"
group by "bytes";
