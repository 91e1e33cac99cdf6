select millrace_to_integer("text", 'short', 1) as "x"
from "shop"."samples";
