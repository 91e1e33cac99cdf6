select millrace_to_decimal("text", 10, 2, 1) as "x"
from "shop"."samples";
