select millrace_seconds_to_timestamp("number", 1) as "x"
from "shop"."samples";
