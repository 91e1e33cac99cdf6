select millrace_to_date("text", 1) as "x"
from "shop"."samples";
