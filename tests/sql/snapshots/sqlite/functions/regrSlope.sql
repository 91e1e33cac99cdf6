select millrace_regr_slope(cast("number" as real), cast("number" as real)) as "number", millrace_regr_slope("ratio", cast("number" as real)) as "ratio", millrace_regr_slope(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
