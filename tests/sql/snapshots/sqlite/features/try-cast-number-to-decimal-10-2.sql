select millrace_to_decimal("number", 10, 2, 1) as "x"
from "shop"."samples";
