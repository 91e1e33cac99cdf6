select millrace_to_integer("ratio", 'int', 1) as "x"
from "shop"."samples";
