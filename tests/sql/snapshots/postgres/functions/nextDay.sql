select "day" + ((7 - extract(isodow from "day")::int) % 7 + 1) as "day", "moment"::date + ((7 - extract(isodow from "moment"::date)::int) % 7 + 1) as "moment"
from "shop"."samples";
