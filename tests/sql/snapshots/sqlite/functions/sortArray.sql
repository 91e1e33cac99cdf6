select millrace_array_sort("list", 'last', 'desc') as "list", millrace_array_sort("words", 'last', 'desc') as "words"
from "shop"."samples";
