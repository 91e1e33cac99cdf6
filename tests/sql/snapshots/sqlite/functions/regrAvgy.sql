select millrace_regr_avgy(cast("number" as real), cast("number" as real)) as "number", millrace_regr_avgy("ratio", cast("number" as real)) as "ratio", millrace_regr_avgy(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
