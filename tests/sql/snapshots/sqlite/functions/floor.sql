select millrace_floor("number") as "number", millrace_floor("ratio") as "ratio", millrace_floor("price") as "price"
from "shop"."samples";
