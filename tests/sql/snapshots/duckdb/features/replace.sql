select "id", "customer_id", case when "status" = $1 then $2 when "status" = $3 then $4::varchar else "status" end as "status", "total", "placed"
from "orders";
-- 1: "open"
-- 2: "new"
-- 3: "void"
-- 4: null
