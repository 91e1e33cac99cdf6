select coalesce(list_sort(list(distinct "text") filter (where "text" is not null)), []) as "text", coalesce(list_sort(list(distinct "number") filter (where "number" is not null)), []) as "number"
from "shop"."samples";
