select "customer_id", count("total") as "n", min("total") as "low", max("status") as "high"
from "orders"
group by "customer_id";
