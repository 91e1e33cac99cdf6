select lag("total") over (order by "id") as "before", lead("total", $1::bigint::int) over (order by "id") as "after", lag("id", $2::bigint::int, $3::bigint) over (order by "id") as "id_before"
from "orders";
-- 1: "2"
-- 2: "1"
-- 3: "0"
