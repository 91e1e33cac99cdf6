select millrace_array_compact("list") as "list", millrace_array_compact("lists") as "lists", millrace_array_compact("words") as "words", millrace_array_compact("pairs") as "pairs"
from "shop"."samples";
