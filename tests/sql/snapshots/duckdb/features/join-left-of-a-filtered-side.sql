select "orders"."id", "customers"."name"
from "orders"
left join "customers" on "orders"."customer_id" = "customers"."id" and "customers"."city" = $1;
-- 1: "Bern"
