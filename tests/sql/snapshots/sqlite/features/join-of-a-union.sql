select "customers"."id", "customers"."name", "customers"."city"
from "customers"
inner join (
  select "id"
  from "orders"
  union all
  select "id"
  from "orders"
) as "q1" on "customers"."id" = "q1"."id";
