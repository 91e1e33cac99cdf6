select millrace_parse_number("text", ?, 2, 0) as "text"
from "shop"."samples";
-- 1: "^(?:(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,1}[ \\t\\n\\r\\f\\v]*,)?(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,3}[ \\t\\n\\r\\f\\v]*(?:\\.(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,2}[ \\t\\n\\r\\f\\v]*)?$"
