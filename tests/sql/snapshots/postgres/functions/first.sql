select (array_agg("text") filter (where "text" is not null and "flag"))[1] as "text", (array_agg("number") filter (where "number" is not null and "flag"))[1] as "number"
from "shop"."samples";
