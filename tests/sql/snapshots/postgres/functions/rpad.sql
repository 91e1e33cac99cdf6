select rpad("text", $1::bigint::int, $2::text) as "text"
from "shop"."samples";
-- 1: "2"
-- 2: "a"
