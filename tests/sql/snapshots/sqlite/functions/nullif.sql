select nullif("text", ?) as "text", nullif("number", ?) as "number"
from "shop"."samples";
-- 1: "a"
-- 2: 2
