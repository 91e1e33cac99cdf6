select millrace_to_integer("price", 'int', 0) as "x"
from "shop"."samples";
