select millrace_raise("text") as "text"
from "shop"."samples";
