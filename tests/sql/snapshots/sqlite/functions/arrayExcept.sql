select millrace_array_except("list", "list") as "list", millrace_array_except("lists", "lists") as "lists", millrace_array_except("words", "words") as "words", millrace_array_except("pairs", "pairs") as "pairs"
from "shop"."samples";
