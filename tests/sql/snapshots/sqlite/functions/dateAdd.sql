select date("day", (?) || ' days') as "day", date(substr("moment", 1, 10), (?) || ' days') as "moment"
from "shop"."samples";
-- 1: 2
-- 2: 2
