select cast(strftime('%S', "day" || ' 00:00:00') as integer) as "day", cast(strftime('%S', "moment") as integer) as "moment"
from "shop"."samples";
