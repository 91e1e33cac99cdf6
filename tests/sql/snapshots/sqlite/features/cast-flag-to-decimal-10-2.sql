select millrace_to_decimal("flag", 10, 2, 0) as "x"
from "shop"."samples";
