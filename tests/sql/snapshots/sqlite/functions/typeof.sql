select ? as "text", ? as "number"
from "shop"."samples";
-- 1: "string"
-- 2: "bigint"
