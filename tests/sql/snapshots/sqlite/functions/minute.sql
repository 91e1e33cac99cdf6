select cast(strftime('%M', "day" || ' 00:00:00') as integer) as "day", cast(strftime('%M', "moment") as integer) as "moment"
from "shop"."samples";
