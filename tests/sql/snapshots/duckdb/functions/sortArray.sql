select list_sort("list", 'desc', 'nulls last') as "list", list_sort("words", 'desc', 'nulls last') as "words"
from "shop"."samples";
