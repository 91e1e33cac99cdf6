select "q1"."total", "customers"."name"
from (
  select "customer_id", "total"
  from "orders"
  order by "id"
  limit ?
) as "q1"
inner join "customers" on "q1"."customer_id" = "customers"."id";
-- 1: 3
