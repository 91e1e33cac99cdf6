select count(*) as "n", count(distinct "customer_id") as "customers", avg("total") as "mean"
from "orders";
