select millrace_cbrt(cast("number" as real)) as "number", millrace_cbrt("ratio") as "ratio", millrace_cbrt(cast("price" as real)) as "price"
from "shop"."samples";
