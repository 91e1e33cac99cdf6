select json_group_array(distinct "text" order by "text") filter (where "text" is not null) as "text", json_group_array(distinct "number" order by "number") filter (where "number" is not null) as "number"
from "shop"."samples";
