select millrace_to_integer("price", 'int', 1) as "x"
from "shop"."samples";
