-- text: reading text by a pattern is not supported on PostgreSQL
select "day", "moment"::date as "moment"
from "shop"."samples";
