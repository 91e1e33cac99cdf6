select cast(strftime('%H', "day" || ' 00:00:00') as integer) as "day", cast(strftime('%H', "moment") as integer) as "moment"
from "shop"."samples";
