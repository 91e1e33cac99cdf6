select millrace_to_boolean("text", 0) as "x"
from "shop"."samples";
