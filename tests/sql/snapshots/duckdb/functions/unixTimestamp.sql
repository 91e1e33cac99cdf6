-- text: reading text by a pattern is not supported on DuckDB
select (epoch_us(date_trunc('second', "day"::timestamp)) // 1000000)::bigint as "day", (epoch_us(date_trunc('second', "moment")) // 1000000)::bigint as "moment"
from "shop"."samples";
