select millrace_elt("number", ?, ?) as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
