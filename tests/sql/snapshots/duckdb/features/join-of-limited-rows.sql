select "q1"."total", "customers"."name"
from (
  with "limited" as materialized (
    select "customer_id", "total"
    from "orders"
    order by "id"
    limit $1
  )
  select *
  from "limited"
) as "q1"
inner join "customers" on "q1"."customer_id" = "customers"."id";
-- 1: 3
