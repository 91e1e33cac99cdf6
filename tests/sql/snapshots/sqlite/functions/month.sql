select cast(strftime('%m', "day") as integer) as "day", cast(strftime('%m', substr("moment", 1, 10)) as integer) as "moment"
from "shop"."samples";
