select "customer_id", count(*) as "count"
from "orders"
group by grouping sets (("customer_id"), ())
having count(*) > $1
order by "customer_id" nulls first;
-- 1: "0"
