select millrace_to_decimal("flag", 10, 2, 1) as "x"
from "shop"."samples";
