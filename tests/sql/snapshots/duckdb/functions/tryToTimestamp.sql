-- text: reading text by a pattern is not supported on DuckDB
select try_cast("day" as timestamp) as "day", "moment"
from "shop"."samples";
