select millrace_regr_sxx(cast("number" as real), cast("number" as real)) as "number", millrace_regr_sxx("ratio", cast("number" as real)) as "ratio", millrace_regr_sxx(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
