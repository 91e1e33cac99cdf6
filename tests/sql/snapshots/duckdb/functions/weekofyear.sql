select week("day")::int as "day", week("moment"::date)::int as "moment"
from "shop"."samples";
