-- text: reading text by a pattern is not supported on SQLite
select cast(strftime('%s', millrace_to_timestamp("text", 0)) as integer) as "text alone", cast(strftime('%s', "day" || ' 00:00:00') as integer) as "day alone", cast(strftime('%s', "day" || ' 00:00:00') as integer) as "day", cast(strftime('%s', "moment") as integer) as "moment alone", cast(strftime('%s', "moment") as integer) as "moment"
from "shop"."samples";
