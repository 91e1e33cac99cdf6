select hour("day"::timestamp)::int as "day", hour("moment")::int as "moment"
from "shop"."samples";
