select millrace_acosh(cast("number" as real)) as "number", millrace_acosh("ratio") as "ratio", millrace_acosh(cast("price" as real)) as "price"
from "shop"."samples";
