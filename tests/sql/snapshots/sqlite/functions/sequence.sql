select millrace_sequence("number", ?, ?) as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
