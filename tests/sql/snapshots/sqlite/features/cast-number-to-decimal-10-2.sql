select millrace_to_decimal("number", 10, 2, 0) as "x"
from "shop"."samples";
