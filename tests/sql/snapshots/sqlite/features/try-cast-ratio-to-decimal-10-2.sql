select millrace_to_decimal("ratio", 10, 2, 1) as "x"
from "shop"."samples";
