select millrace_log1p(cast("number" as real)) as "number", millrace_log1p("ratio") as "ratio", millrace_log1p(cast("price" as real)) as "price"
from "shop"."samples";
