select substring("text", $1::bigint, $2::bigint) as "text"
from "shop"."samples";
-- 1: 2
-- 2: 2
