select millrace_to_timestamp("text", 1) as "x"
from "shop"."samples";
