select "id", "customer_id", "status", "total", "placed"
from (
  select "id", "customer_id", "status", "total", "placed", row_number() over (partition by "customer_id", "status" order by "placed" desc nulls last) as "_row_number"
  from "orders"
) as "q1"
where "_row_number" = $1
order by "placed" desc nulls last;
-- 1: "1"
