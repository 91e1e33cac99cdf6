select millrace_chr("number") as "number"
from "shop"."samples";
