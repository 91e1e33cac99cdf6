select "id"
from "orders"
except
select "customer_id" as "id"
from "orders";
