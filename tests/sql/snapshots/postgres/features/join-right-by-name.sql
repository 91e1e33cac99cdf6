select "customers"."id", "customers"."name", "orders"."total"
from "orders"
right join "customers" on "orders"."id" = "customers"."id";
