select strftime('%w', "day") + 1 as "day", strftime('%w', substr("moment", 1, 10)) + 1 as "moment"
from "shop"."samples";
