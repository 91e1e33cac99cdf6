select split_part("text", $1::text, $2::bigint::int) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "2"
