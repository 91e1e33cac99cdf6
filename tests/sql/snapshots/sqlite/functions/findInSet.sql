select millrace_find_in_set("text", ?) as "text"
from "shop"."samples";
-- 1: "a"
