select millrace_moment("number", 1000000) as "number", millrace_moment("ratio", 1000000) as "ratio", millrace_moment(millrace_decimal_text("price", 2), 1000000) as "price"
from "shop"."samples";
