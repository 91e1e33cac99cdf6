select millrace_var_pop(cast("number" as real)) as "number", millrace_var_pop("ratio") as "ratio", millrace_var_pop(cast("price" as real)) as "price"
from "shop"."samples";
