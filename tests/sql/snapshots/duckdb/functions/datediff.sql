select ("day" - "day")::int as "day", ("moment"::date - "day")::int as "moment"
from "shop"."samples";
