select coalesce(list("text") filter (where "text" is not null), []) as "text", coalesce(list("number") filter (where "number" is not null), []) as "number"
from "shop"."samples";
