select millrace_translate("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
