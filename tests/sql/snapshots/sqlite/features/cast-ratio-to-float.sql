select millrace_to_float("ratio", 0) as "x"
from "shop"."samples";
