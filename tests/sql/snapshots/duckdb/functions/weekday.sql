select isodow("day")::int - 1 as "day", isodow("moment"::date)::int - 1 as "moment"
from "shop"."samples";
