select month("day")::int as "day", month("moment"::date)::int as "moment"
from "shop"."samples";
