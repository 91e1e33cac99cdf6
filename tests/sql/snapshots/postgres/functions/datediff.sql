select "day" - "day" as "day", "moment"::date - "day" as "moment"
from "shop"."samples";
