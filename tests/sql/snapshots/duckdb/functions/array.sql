select ["text", $1] as "text", ["number", $2::bigint] as "number"
from "shop"."samples";
-- 1: "a"
-- 2: 2
