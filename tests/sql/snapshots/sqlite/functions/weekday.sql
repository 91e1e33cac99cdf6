select (strftime('%w', "day") + 6) % 7 as "day", (strftime('%w', substr("moment", 1, 10)) + 6) % 7 as "moment"
from "shop"."samples";
