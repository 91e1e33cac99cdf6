select millrace_try_sum("number") as "number", sum("ratio") as "ratio", round(sum("price"), 2) as "price"
from "shop"."samples";
