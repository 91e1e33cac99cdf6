select cast(strftime('%d', "day") as integer) as "day", cast(strftime('%d', substr("moment", 1, 10)) as integer) as "moment"
from "shop"."samples";
