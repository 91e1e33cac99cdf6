select millrace_factorial("number") as "number"
from "shop"."samples";
