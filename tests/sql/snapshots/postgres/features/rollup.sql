select "status", "customer_id", sum("total") as "total"
from "orders"
group by grouping sets (("status", "customer_id"), ("status"), ())
having count(*) > $1;
-- 1: "0"
