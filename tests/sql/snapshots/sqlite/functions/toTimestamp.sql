-- text: reading text by a pattern is not supported on SQLite
select "day" || ' 00:00:00' as "day", "moment"
from "shop"."samples";
