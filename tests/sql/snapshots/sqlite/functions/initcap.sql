select millrace_initcap("text") as "text"
from "shop"."samples";
