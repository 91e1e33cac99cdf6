select nth_value("text", $1::bigint ignore nulls) over (order by "id") as "text", nth_value("number", $2::bigint ignore nulls) over (order by "id") as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
