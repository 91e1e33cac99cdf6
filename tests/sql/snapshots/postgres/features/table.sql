select "id", "customer_id", "status", "total", "placed"
from "orders";
