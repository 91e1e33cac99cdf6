select quarter("day")::int as "day", quarter("moment"::date)::int as "moment"
from "shop"."samples";
