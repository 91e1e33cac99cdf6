select repeat("text", $1::bigint::int) as "text"
from "shop"."samples";
-- 1: "2"
