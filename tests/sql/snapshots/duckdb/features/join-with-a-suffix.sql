select "customers"."id", "orders"."id" as "id_of_order"
from "customers"
inner join "orders" on "customers"."id" = "orders"."customer_id";
