select nullif("document" -> ?, 'null') as "document"
from "shop"."samples";
-- 1: "$.\"a\""
