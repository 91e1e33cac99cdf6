select regexp_replace("text", $1, $2, 'g') as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
