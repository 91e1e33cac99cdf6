select list_sort("list", 'asc', 'nulls last') as "list", list_sort("words", 'asc', 'nulls last') as "words"
from "shop"."samples";
