select date_trunc('month', "day"::timestamp) as "month"
from "shop"."samples";
