select millrace_cot(cast("number" as real)) as "number", millrace_cot("ratio") as "ratio", millrace_cot(cast("price" as real)) as "price"
from "shop"."samples";
