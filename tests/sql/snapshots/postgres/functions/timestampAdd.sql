select "day"::timestamp + make_interval(months => $1::bigint::int) as "month"
from "shop"."samples";
-- 1: "2"
