select unixepoch(substr("day" || ' 00:00:00', 1, 19)) as "day", unixepoch(substr("moment", 1, 19)) as "moment"
from "shop"."samples";
