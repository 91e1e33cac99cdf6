select millrace_json_text(nullif(nullif("document" -> ?, 'null') -> ?, 'null')) as "item"
from "shop"."samples";
-- 1: "$.\"a\""
-- 2: "$[0]"
