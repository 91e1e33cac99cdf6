select millrace_to_float("text", 1) as "x"
from "shop"."samples";
