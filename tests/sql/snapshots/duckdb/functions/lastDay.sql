select last_day("day") as "day", last_day("moment"::date) as "moment"
from "shop"."samples";
