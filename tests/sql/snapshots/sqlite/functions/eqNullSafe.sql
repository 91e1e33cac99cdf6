select "text" is ? as "text", "number" is ? as "number"
from "shop"."samples";
-- 1: "a"
-- 2: 2
