select millrace_asinh(cast("number" as real)) as "number", millrace_asinh("ratio") as "ratio", millrace_asinh(cast("price" as real)) as "price"
from "shop"."samples";
