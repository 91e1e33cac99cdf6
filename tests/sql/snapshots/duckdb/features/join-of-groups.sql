select "customers"."name", "q1"."n"
from "customers"
left join (
  select "customer_id", count(*) as "n"
  from "orders"
  group by "customer_id"
) as "q1" on "customers"."id" = "q1"."customer_id";
