select "text" is not distinct from $1 as "text", "number" is not distinct from $2 as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "2"
