select millrace_array_distinct("list") as "list", millrace_array_distinct("lists") as "lists", millrace_array_distinct("words") as "words", millrace_array_distinct("pairs") as "pairs"
from "shop"."samples";
