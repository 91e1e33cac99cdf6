-- text: reading text by a pattern is not supported on DuckDB
select "day", try_cast("moment" as date) as "moment"
from "shop"."samples";
