select least("text", $1, $2) as "text", least("number", $3::bigint, $4::bigint) as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: 2
-- 4: 2
