select "customers"."id", "customers"."name", "customers"."city"
from "customers"
where not exists (
  select 1
  from "orders"
  where "customers"."id" = "orders"."id"
);
