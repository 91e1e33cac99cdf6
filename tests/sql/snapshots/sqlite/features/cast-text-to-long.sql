select millrace_to_integer("text", 'long', 0) as "x"
from "shop"."samples";
