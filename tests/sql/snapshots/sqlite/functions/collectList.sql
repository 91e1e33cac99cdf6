select json_group_array("text") as "text", json_group_array("number") as "number"
from "shop"."samples";
