-- text: reading text by a pattern is not supported on SQLite
select cast(strftime('%s', "day" || ' 00:00:00') as integer) as "day", cast(strftime('%s', "moment") as integer) as "moment"
from "shop"."samples";
