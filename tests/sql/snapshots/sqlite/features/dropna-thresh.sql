select "id", "customer_id", "status", "total", "placed"
from "orders"
where case when "status" is not null then ? else ? end + case when "total" is not null then ? else ? end + case when "placed" is not null then ? else ? end >= ?;
-- 1: 1
-- 2: 0
-- 3: 1
-- 4: 0
-- 5: 1
-- 6: 0
-- 7: 2
