select millrace_array_min("list", 'long') as "list", millrace_array_min("words", 'string') as "words"
from "shop"."samples";
