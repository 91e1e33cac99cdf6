select millrace_regr_avgx(cast("number" as real), cast("number" as real)) as "number", millrace_regr_avgx("ratio", cast("number" as real)) as "ratio", millrace_regr_avgx(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
