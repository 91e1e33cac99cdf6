select second("day"::timestamp)::int as "day", second("moment")::int as "moment"
from "shop"."samples";
