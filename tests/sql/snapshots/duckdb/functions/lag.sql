select lag("text", $1::bigint, $2) over (order by "id") as "text", lag("number", $3::bigint, $4::bigint) over (order by "id") as "number"
from "shop"."samples";
-- 1: 2
-- 2: "a"
-- 3: 2
-- 4: 2
