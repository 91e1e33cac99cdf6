select millrace_moment("number", 1000) as "number"
from "shop"."samples";
