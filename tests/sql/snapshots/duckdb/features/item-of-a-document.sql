select nullif(nullif("document" -> $1, 'null') -> $2, 'null')::varchar as "item"
from "shop"."samples";
-- 1: "/a"
-- 2: "$[0]"
