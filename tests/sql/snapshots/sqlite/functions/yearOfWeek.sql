select cast(strftime('%G', "day") as integer) as "day", cast(strftime('%G', substr("moment", 1, 10)) as integer) as "moment"
from "shop"."samples";
