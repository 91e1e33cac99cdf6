select replace("text", $1, $2) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
