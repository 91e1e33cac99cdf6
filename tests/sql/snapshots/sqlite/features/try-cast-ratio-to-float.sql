select millrace_to_float("ratio", 1) as "x"
from "shop"."samples";
