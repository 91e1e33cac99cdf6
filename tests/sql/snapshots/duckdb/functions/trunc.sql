select date_trunc('year', "day")::date as "day", date_trunc('year', "moment"::date)::date as "moment"
from "shop"."samples";
