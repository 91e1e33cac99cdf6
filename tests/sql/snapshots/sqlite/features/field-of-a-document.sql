select "id"
from "shop"."samples"
where millrace_json_text(nullif("document" -> ?, 'null')) = ?;
-- 1: "$.\"a\""
-- 2: "x"
