select unixepoch(substr("day" || ' 00:00:00', 1, 19)) * 1000 + cast(substr(substr("day" || ' 00:00:00', 21) || '000000', 1, 6) as integer) / 1000 as "day", unixepoch(substr("moment", 1, 19)) * 1000 + cast(substr(substr("moment", 21) || '000000', 1, 6) as integer) / 1000 as "moment"
from "shop"."samples";
