select nullif(nullif("document" -> $1::text::text, 'null') -> $2::bigint::int, 'null')::text as "item"
from "shop"."samples";
-- 1: "a"
-- 2: "0"
