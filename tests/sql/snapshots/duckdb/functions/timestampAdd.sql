select "day"::timestamp + to_months($1::bigint::int) as "month"
from "shop"."samples";
-- 1: 2
