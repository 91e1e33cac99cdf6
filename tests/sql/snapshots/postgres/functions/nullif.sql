select nullif("text", $1) as "text", nullif("number", $2) as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "2"
