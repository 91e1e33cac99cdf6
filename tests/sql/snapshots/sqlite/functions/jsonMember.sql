select millrace_json_member("text", ?) as "text"
from "shop"."samples";
-- 1: "a"
