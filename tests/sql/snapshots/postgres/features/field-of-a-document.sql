select "id"
from "shop"."samples"
where nullif("document" -> $1::text::text, 'null')::text = $2;
-- 1: "a"
-- 2: "x"
