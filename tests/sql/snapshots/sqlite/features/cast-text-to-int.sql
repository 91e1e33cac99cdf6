select millrace_to_integer("text", 'int', 0) as "x"
from "shop"."samples";
