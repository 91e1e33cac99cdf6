select "orders"."customer_id" as "from_field"
from "orders"
left join "customers" on "orders"."customer_id" = "customers"."id"
where "orders"."total" > $1 and "orders"."customer_id" is not null and "customers"."id" is null;
-- 1: "0"
