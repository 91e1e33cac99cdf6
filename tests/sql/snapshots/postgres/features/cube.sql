select "status", "customer_id", sum("total") as "total", grouping("status", "customer_id") as "level"
from "orders"
group by grouping sets (("status", "customer_id"), ("status"), ("customer_id"), ())
having count(*) > $1;
-- 1: "0"
