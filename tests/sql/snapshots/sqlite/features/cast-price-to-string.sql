select millrace_decimal_text("price", 2) as "x"
from "shop"."samples";
