select millrace_array_intersect("list", "list") as "list", millrace_array_intersect("lists", "lists") as "lists", millrace_array_intersect("words", "words") as "words", millrace_array_intersect("pairs", "pairs") as "pairs"
from "shop"."samples";
