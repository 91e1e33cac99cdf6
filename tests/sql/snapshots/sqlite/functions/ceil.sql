select millrace_ceil("number") as "number", millrace_ceil("ratio") as "ratio", millrace_ceil("price") as "price"
from "shop"."samples";
