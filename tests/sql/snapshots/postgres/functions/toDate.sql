select "day", "moment"::date as "moment"
from "shop"."samples";
