select millrace_variance(cast("number" as real)) as "number", millrace_variance("ratio") as "ratio", millrace_variance(cast("price" as real)) as "price"
from "shop"."samples";
