select millrace_to_boolean("text", 1) as "x"
from "shop"."samples";
