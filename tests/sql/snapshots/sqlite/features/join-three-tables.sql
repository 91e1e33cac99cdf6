select "orders"."id", "customers"."name"
from "orders"
inner join "customers" on "orders"."customer_id" = "customers"."id"
left join "customers" as "customers_2" on "customers"."id" = "customers_2"."id"
where "orders"."status" = ? and "customers"."city" = ?;
-- 1: "paid"
-- 2: "Bern"
