select millrace_mask("text", ?, ?, ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: "a"
-- 4: "a"
