select "text" between ? and ? as "text", "number" between ? and ? as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: 2
-- 4: 2
