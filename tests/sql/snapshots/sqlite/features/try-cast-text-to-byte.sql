select millrace_to_integer("text", 'byte', 1) as "x"
from "shop"."samples";
