select (array_agg("text") filter (where "text" is not null and "flag"))[count(*) filter (where "text" is not null and "flag")] as "text", (array_agg("number") filter (where "number" is not null and "flag"))[count(*) filter (where "number" is not null and "flag")] as "number"
from "shop"."samples";
