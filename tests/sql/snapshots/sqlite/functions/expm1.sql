select millrace_expm1(cast("number" as real)) as "number", millrace_expm1("ratio") as "ratio", millrace_expm1(cast("price" as real)) as "price"
from "shop"."samples";
