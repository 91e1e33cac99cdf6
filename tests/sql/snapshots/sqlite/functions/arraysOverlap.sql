select millrace_arrays_overlap("list", "list") as "list", millrace_arrays_overlap("lists", "lists") as "lists", millrace_arrays_overlap("words", "words") as "words", millrace_arrays_overlap("pairs", "pairs") as "pairs"
from "shop"."samples";
