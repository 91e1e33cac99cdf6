select millrace_rint(cast("number" as real)) as "number", millrace_rint("ratio") as "ratio", millrace_rint(cast("price" as real)) as "price"
from "shop"."samples";
