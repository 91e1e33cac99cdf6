select millrace_to_integer("text", 'long', 1) as "x"
from "shop"."samples";
