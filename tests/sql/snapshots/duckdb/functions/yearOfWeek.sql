select isoyear("day")::int as "day", isoyear("moment"::date)::int as "moment"
from "shop"."samples";
