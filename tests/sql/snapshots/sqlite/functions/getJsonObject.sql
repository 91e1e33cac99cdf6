select millrace_get_json_object("text", ?) as "text"
from "shop"."samples";
-- 1: "$.a[0].b"
