select nth_value("total", $1::bigint::int) over (order by "id") as "second"
from "orders";
-- 1: "2"
