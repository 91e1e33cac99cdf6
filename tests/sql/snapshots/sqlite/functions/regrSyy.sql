select millrace_regr_syy(cast("number" as real), cast("number" as real)) as "number", millrace_regr_syy("ratio", cast("number" as real)) as "ratio", millrace_regr_syy(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
