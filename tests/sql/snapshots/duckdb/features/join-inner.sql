select "orders"."id", "customers"."name"
from "orders"
inner join "customers" on "orders"."customer_id" = "customers"."id";
