select "customers"."name", "orders"."id"
from "customers"
cross join "orders";
