select millrace_to_decimal("text", 10, 2, 0) as "x"
from "shop"."samples";
