select date_trunc('year', "day"::timestamp) as "year"
from "shop"."samples";
