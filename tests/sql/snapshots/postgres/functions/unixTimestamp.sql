-- text: reading text by a pattern is not supported on PostgreSQL
select trunc(floor(extract(epoch from "day"::timestamp)))::bigint as "day", trunc(floor(extract(epoch from "moment")))::bigint as "moment"
from "shop"."samples";
