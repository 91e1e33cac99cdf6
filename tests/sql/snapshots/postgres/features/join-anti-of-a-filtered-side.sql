select "customers"."id", "customers"."name", "customers"."city"
from "customers"
where not exists (
  select 1
  from "orders"
  where "orders"."total" > $1 and "customers"."id" = "orders"."customer_id"
);
-- 1: "100"
