select millrace_bin("number") as "number"
from "shop"."samples";
