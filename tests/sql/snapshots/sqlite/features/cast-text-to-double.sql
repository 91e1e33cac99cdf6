select millrace_to_double("text", 0) as "x"
from "shop"."samples";
