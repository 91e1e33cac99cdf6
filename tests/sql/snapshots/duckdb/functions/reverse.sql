select array_to_string(list_reverse(string_split("text", '')), '') as "text"
from "shop"."samples";
