-- text: reading text by a pattern is not supported on SQLite
select millrace_to_timestamp("text", 1) as "text alone", "day" || ' 00:00:00' as "day alone", "day" || ' 00:00:00' as "day", "moment" as "moment alone", "moment"
from "shop"."samples";
