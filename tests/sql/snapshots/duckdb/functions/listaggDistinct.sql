select array_to_string(list_sort(list(distinct "text") filter (where "text" is not null)), '') as "text alone", array_to_string(list_sort(list(distinct "text") filter (where "text" is not null)), $1) as "text"
from "shop"."samples";
-- 1: "#,##0.00"
