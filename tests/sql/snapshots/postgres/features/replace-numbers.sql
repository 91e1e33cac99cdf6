select "id", "customer_id", "status", case when "total" = $1 then $2::double precision else "total" end as "total", "placed"
from "orders";
-- 1: "1"
-- 2: "2"
