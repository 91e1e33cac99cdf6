select "customers"."id", "customers"."name", "customers"."city"
from "customers"
where exists (
  select 1
  from "orders"
  where "customers"."name" = "orders"."status"
);
