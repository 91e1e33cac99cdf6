select cast(strftime('%j', "day") as integer) as "day", cast(strftime('%j', substr("moment", 1, 10)) as integer) as "moment"
from "shop"."samples";
