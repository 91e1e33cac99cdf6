select epoch_us("day"::timestamp) as "day", epoch_us("moment") as "moment"
from "shop"."samples";
