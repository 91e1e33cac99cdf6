select "id", "customer_id", case when "status" = ? then ? when "status" = ? then ? else "status" end as "status", "total", "placed"
from "orders";
-- 1: "open"
-- 2: "new"
-- 3: "void"
-- 4: null
