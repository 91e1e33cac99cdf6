select "text" between $1 and $2 as "text", "number" between $3 and $4 as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: 2
-- 4: 2
