select date_trunc('year', "day"::timestamp)::date as "day", date_trunc('year', ("moment"::date)::timestamp)::date as "moment"
from "shop"."samples";
