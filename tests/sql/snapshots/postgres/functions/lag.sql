select lag("text", $1::bigint::int, $2::text) over (order by "id") as "text", lag("number", $3::bigint::int, $4::bigint) over (order by "id") as "number"
from "shop"."samples";
-- 1: "2"
-- 2: "a"
-- 3: "2"
-- 4: "2"
