select millrace_to_decimal("price", 10, 2, 0) as "x"
from "shop"."samples";
