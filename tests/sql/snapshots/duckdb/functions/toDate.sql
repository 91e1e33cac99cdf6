-- text: reading text by a pattern is not supported on DuckDB
select "day", "moment"::date as "moment"
from "shop"."samples";
