select millrace_to_integer("text", 'short', 0) as "x"
from "shop"."samples";
