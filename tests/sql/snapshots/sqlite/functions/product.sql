select millrace_product(cast("number" as real)) as "number", millrace_product("ratio") as "ratio", millrace_product(cast("price" as real)) as "price"
from "shop"."samples";
