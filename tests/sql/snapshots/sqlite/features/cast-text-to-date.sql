select millrace_to_date("text", 0) as "x"
from "shop"."samples";
