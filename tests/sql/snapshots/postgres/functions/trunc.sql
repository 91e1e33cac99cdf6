select date_trunc('month', "day"::timestamp)::date as "day", date_trunc('month', "moment"::date::timestamp)::date as "moment"
from "shop"."samples";
