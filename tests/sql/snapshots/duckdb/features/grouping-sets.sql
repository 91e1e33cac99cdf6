select "status", $1::bigint as "customer_id", sum("total") as "total", grouping("status") as "all"
from "orders"
group by grouping sets (("status"), ())
having count(*) > $2;
-- 1: null
-- 2: 0
