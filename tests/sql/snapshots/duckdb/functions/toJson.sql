select '[' || array_to_string(list_transform("list", lambda e1: coalesce(e1::varchar, 'null')), ',') || ']' as "list", '[' || array_to_string(list_transform("lists", lambda e1: coalesce('[' || array_to_string(list_transform(e1, lambda e2: coalesce(e2::varchar, 'null')), ',') || ']', 'null')), ',') || ']' as "lists"
from "shop"."samples";
