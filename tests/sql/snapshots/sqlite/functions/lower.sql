select millrace_lower("text") as "text"
from "shop"."samples";
