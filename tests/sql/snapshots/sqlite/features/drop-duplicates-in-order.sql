select "id", "customer_id", "status", "total", "placed"
from (
  select "id", "customer_id", "status", "total", "placed", row_number() over (partition by "customer_id", "status" order by "placed" desc) as "_row_number"
  from "orders"
) as "q1"
where "_row_number" = ?
order by "placed" desc;
-- 1: 1
