select $1 as "text", $2 as "number"
from "shop"."samples";
-- 1: "string"
-- 2: "bigint"
