-- text: reading text by a pattern is not supported on SQLite
select millrace_to_date("text", 1) as "text alone", "day" as "day alone", "day", substr("moment", 1, 10) as "moment alone", substr("moment", 1, 10) as "moment"
from "shop"."samples";
