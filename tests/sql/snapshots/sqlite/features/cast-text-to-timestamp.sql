select millrace_to_timestamp("text", 0) as "x"
from "shop"."samples";
