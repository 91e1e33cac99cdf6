select millrace_to_integer("text", 'byte', 0) as "x"
from "shop"."samples";
