select "day" - $1::bigint::int as "day", "moment"::date - $2::bigint::int as "moment"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
