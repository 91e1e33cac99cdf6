select millrace_to_integer("number", 'int', 0) as "x"
from "shop"."samples";
