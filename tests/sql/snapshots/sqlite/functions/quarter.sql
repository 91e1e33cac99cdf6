select (strftime('%m', "day") + 2) / 3 as "day", (strftime('%m', substr("moment", 1, 10)) + 2) / 3 as "moment"
from "shop"."samples";
