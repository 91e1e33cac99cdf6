select millrace_corr(cast("number" as real), cast("number" as real)) as "number", millrace_corr("ratio", cast("number" as real)) as "ratio", millrace_corr(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
