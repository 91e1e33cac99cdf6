select millrace_skewness(cast("number" as real)) as "number", millrace_skewness("ratio") as "ratio", millrace_skewness(cast("price" as real)) as "price"
from "shop"."samples";
