select "orders"."id", "orders"."total", "orders_2"."id" as "id_right", "orders_2"."total" as "total_right"
from "orders"
inner join "orders" as "orders_2" on "orders"."total" > "orders_2"."total";
