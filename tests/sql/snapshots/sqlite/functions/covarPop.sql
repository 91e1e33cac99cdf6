select millrace_covar_pop(cast("number" as real), cast("number" as real)) as "number", millrace_covar_pop("ratio", cast("number" as real)) as "ratio", millrace_covar_pop(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
