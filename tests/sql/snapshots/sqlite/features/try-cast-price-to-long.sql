select millrace_to_integer("price", 'long', 1) as "x"
from "shop"."samples";
