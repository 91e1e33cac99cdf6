select millrace_to_integer("ratio", 'long', 0) as "x"
from "shop"."samples";
