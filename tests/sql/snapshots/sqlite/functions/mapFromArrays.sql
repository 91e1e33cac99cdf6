select millrace_map_from_arrays("list", "list") as "list", millrace_map_from_arrays("words", "list") as "words"
from "shop"."samples";
