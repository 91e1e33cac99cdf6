select millrace_array_max("list", 'long') as "list", millrace_array_max("words", 'string') as "words"
from "shop"."samples";
