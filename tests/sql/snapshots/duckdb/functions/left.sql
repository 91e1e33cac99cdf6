select left("text", $1::bigint) as "text"
from "shop"."samples";
-- 1: 2
