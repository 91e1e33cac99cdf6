select millrace_ascii("text") as "text"
from "shop"."samples";
