select min(coalesce("text", ?, ?), coalesce(?, ?, "text"), coalesce(?, "text", ?)) as "text", min(coalesce("number", ?, ?), coalesce(?, ?, "number"), coalesce(?, "number", ?)) as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: "a"
-- 4: "a"
-- 5: "a"
-- 6: "a"
-- 7: 2
-- 8: 2
-- 9: 2
-- 10: 2
-- 11: 2
-- 12: 2
