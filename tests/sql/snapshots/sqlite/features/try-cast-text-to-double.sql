select millrace_to_double("text", 1) as "x"
from "shop"."samples";
