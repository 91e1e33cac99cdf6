select coalesce("text", ?) as "text", coalesce("number", ?) as "number"
from "shop"."samples";
-- 1: "a"
-- 2: 2
