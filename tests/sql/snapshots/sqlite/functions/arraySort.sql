select millrace_array_sort("list", 'last', 'asc') as "list", millrace_array_sort("words", 'last', 'asc') as "words"
from "shop"."samples";
