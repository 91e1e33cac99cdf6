select nullif("document" -> $1, 'null') as "document"
from "shop"."samples";
-- 1: "/a"
