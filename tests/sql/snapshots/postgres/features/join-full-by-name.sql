select coalesce("customers"."id", "orders"."id") as "id", "customers"."name", "customers"."city", "orders"."total"
from "customers"
full join "orders" on "customers"."id" = "orders"."id";
