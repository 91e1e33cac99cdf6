select millrace_kurtosis(cast("number" as real)) as "number", millrace_kurtosis("ratio") as "ratio", millrace_kurtosis(cast("price" as real)) as "price"
from "shop"."samples";
