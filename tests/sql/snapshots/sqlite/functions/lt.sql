select "text" < ? as "text", "number" < ? as "number"
from "shop"."samples";
-- 1: "a"
-- 2: 2
