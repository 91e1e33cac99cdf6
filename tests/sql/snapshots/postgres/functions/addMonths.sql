select ("day" + make_interval(months => $1::bigint::int))::date as "day", ("moment"::date + make_interval(months => $2::bigint::int))::date as "moment"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
