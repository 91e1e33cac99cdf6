select millrace_to_integer("ratio", 'long', 1) as "x"
from "shop"."samples";
