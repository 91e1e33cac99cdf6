select millrace_upper("text") as "text"
from "shop"."samples";
