select millrace_sec(cast("number" as real)) as "number", millrace_sec("ratio") as "ratio", millrace_sec(cast("price" as real)) as "price"
from "shop"."samples";
