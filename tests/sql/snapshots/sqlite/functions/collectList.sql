select json_group_array("text") filter (where "text" is not null) as "text", json_group_array("number") filter (where "number" is not null) as "number"
from "shop"."samples";
