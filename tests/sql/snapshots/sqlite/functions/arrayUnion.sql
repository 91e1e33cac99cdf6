select millrace_array_union("list", "list") as "list", millrace_array_union("lists", "lists") as "lists", millrace_array_union("words", "words") as "words", millrace_array_union("pairs", "pairs") as "pairs"
from "shop"."samples";
