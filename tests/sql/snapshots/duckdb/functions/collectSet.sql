select coalesce(list(distinct "text" order by "text") filter (where "text" is not null), []) as "text", coalesce(list(distinct "number" order by "number") filter (where "number" is not null), []) as "number"
from "shop"."samples";
