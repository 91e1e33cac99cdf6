-- text: reading text by a pattern is not supported on SQLite
select "day", substr("moment", 1, 10) as "moment"
from "shop"."samples";
