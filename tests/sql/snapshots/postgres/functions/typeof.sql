select $1::text as "text", $2::text as "number"
from "shop"."samples";
-- 1: "string"
-- 2: "bigint"
