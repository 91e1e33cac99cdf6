select translate("text", $1::text, $2::text) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
