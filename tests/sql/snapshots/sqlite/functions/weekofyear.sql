select cast(strftime('%V', "day") as integer) as "day", cast(strftime('%V', substr("moment", 1, 10)) as integer) as "moment"
from "shop"."samples";
