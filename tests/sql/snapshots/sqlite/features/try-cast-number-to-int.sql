select millrace_to_integer("number", 'int', 1) as "x"
from "shop"."samples";
