select millrace_regr_intercept(cast("number" as real), cast("number" as real)) as "number", millrace_regr_intercept("ratio", cast("number" as real)) as "ratio", millrace_regr_intercept(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
