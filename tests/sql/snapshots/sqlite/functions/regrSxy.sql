select millrace_regr_sxy(cast("number" as real), cast("number" as real)) as "number", millrace_regr_sxy("ratio", cast("number" as real)) as "ratio", millrace_regr_sxy(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
