select cume_dist() over (order by "id") as "x"
from "shop"."samples";
