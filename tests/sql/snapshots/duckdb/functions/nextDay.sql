select "day" + ((7 - isodow("day")) % 7 + 1)::int as "day", "moment"::date + ((7 - isodow("moment"::date)) % 7 + 1)::int as "moment"
from "shop"."samples";
