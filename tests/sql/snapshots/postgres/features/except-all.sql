select "id"
from "orders"
except all
select "customer_id" as "id"
from "orders";
