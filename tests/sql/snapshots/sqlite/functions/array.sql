select millrace_array('string', "text", ?) as "text", millrace_array('long', "number", ?) as "number"
from "shop"."samples";
-- 1: "a"
-- 2: 2
