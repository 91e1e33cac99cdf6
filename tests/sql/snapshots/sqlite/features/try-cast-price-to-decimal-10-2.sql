select millrace_to_decimal("price", 10, 2, 1) as "x"
from "shop"."samples";
