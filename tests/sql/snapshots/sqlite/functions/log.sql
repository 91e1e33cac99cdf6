select millrace_log(cast("number" as real), cast("number" as real)) as "number", millrace_log("ratio", cast("number" as real)) as "ratio", millrace_log(cast("price" as real), cast("number" as real)) as "price"
from "shop"."samples";
