select millrace_csc(cast("number" as real)) as "number", millrace_csc("ratio") as "ratio", millrace_csc(cast("price" as real)) as "price"
from "shop"."samples";
