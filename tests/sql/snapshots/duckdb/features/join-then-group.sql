select "customers"."name", count(*) as "orders", sum("orders"."total") as "total"
from "customers"
inner join "orders" on "customers"."id" = "orders"."customer_id"
group by "customers"."name";
