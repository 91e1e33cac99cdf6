select lag("text", ?, ?) over (order by "id") as "text", lag("number", ?, ?) over (order by "id") as "number"
from "shop"."samples";
-- 1: 2
-- 2: "a"
-- 3: 2
-- 4: 2
