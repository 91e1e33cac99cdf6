select "customer_id", count("total") as "n", min("total") as "low", max("status" collate "C") as "high"
from "orders"
group by "customer_id";
