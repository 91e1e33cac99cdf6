select nullif("document" -> $1::text::text, 'null') as "document"
from "shop"."samples";
-- 1: "a"
