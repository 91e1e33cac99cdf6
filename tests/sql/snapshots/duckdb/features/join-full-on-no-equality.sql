select "id", "id_1" as "id_right", "total"
from (
  select "customers"."id", "orders"."id" as "id_1", "orders"."total"
  from "customers"
  left join "orders" on "customers"."id" < "orders"."id"
  union all
  select $1::bigint as "id", "orders"."id" as "id_1", "orders"."total"
  from "orders"
  where not exists (
    select 1
    from "customers"
    where "customers"."id" < "orders"."id"
  )
) as "q1";
-- 1: null
