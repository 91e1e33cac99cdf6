select (date_trunc('month', "day") + interval '1 month - 1 day')::date as "day", (date_trunc('month', "moment"::date) + interval '1 month - 1 day')::date as "moment"
from "shop"."samples";
