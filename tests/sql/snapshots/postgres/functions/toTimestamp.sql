-- text: reading text by a pattern is not supported on PostgreSQL
select "day"::timestamp as "day", "moment"
from "shop"."samples";
