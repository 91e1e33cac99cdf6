select millrace_to_integer("ratio", 'int', 0) as "x"
from "shop"."samples";
