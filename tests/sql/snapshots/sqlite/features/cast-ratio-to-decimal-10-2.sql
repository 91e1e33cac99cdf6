select millrace_to_decimal("ratio", 10, 2, 0) as "x"
from "shop"."samples";
