select date("day", '+1 days', 'weekday 1') as "day", date(substr("moment", 1, 10), '+1 days', 'weekday 1') as "moment"
from "shop"."samples";
