select millrace_regr_r2(cast("number" as real), cast("number" as real)) as "number", millrace_regr_r2("ratio", cast("number" as real)) as "ratio", millrace_regr_r2(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
