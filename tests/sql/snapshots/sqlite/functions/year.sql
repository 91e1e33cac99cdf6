select cast(strftime('%Y', "day") as integer) as "day", cast(strftime('%Y', substr("moment", 1, 10)) as integer) as "moment"
from "shop"."samples";
