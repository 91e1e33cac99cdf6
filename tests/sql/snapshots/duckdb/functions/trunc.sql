select date_trunc('month', "day")::date as "day", date_trunc('month', "moment"::date)::date as "moment"
from "shop"."samples";
