select millrace_covar_samp(cast("number" as real), cast("number" as real)) as "number", millrace_covar_samp("ratio", cast("number" as real)) as "ratio", millrace_covar_samp(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
