select millrace_to_integer("number", 'byte', 1) as "x"
from "shop"."samples";
