select millrace_to_float("text", 0) as "x"
from "shop"."samples";
