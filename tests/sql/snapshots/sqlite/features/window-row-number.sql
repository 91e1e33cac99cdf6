select "id", "customer_id", row_number() over (partition by "customer_id" order by "id") as "n"
from "orders";
