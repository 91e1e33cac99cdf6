select millrace_format_number("number", 2, 0) as "number", millrace_format_number("ratio", 2, 0) as "ratio", millrace_format_number(millrace_decimal_text("price", 2), 2, 1) as "price"
from "shop"."samples";
