select cast(substr("day" || ' 00:00:00', 18) as real) as "day", cast(substr("moment", 18) as real) as "moment"
from "shop"."samples";
