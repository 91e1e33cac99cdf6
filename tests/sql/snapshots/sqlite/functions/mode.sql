select millrace_mode("text") as "text", millrace_mode("number") as "number"
from "shop"."samples";
