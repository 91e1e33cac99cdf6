select millrace_moment("number", 1) as "number"
from "shop"."samples";
