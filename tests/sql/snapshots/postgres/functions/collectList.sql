select coalesce(array_agg("text") filter (where "text" is not null), '{}') as "text", coalesce(array_agg("number") filter (where "number" is not null), '{}') as "number"
from "shop"."samples";
