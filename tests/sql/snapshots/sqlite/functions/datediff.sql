select cast(julianday("day") - julianday("day") as integer) as "day", cast(julianday(substr("moment", 1, 10)) - julianday("day") as integer) as "moment"
from "shop"."samples";
