select millrace_to_integer("number", 'byte', 0) as "x"
from "shop"."samples";
