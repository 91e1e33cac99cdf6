select substr("text", $1::bigint::int, $2::bigint::int) as "text"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
