select "orders"."id", "q1"."known"
from "orders"
left join (
  select "id", $1::boolean as "known"
  from "customers"
) as "q1" on "orders"."customer_id" = "q1"."id";
-- 1: true
