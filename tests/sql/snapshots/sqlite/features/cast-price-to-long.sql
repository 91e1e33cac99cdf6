select millrace_to_integer("price", 'long', 0) as "x"
from "shop"."samples";
