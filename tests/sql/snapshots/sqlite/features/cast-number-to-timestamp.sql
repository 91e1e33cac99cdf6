select millrace_seconds_to_timestamp("number", 0) as "x"
from "shop"."samples";
