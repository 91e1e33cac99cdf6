select millrace_to_integer("text", 'int', 1) as "x"
from "shop"."samples";
