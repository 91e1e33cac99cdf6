select "id", "customer_id", "status", "total", "placed"
from "orders"
where case when "status" is not null then $1::integer else $2::integer end + case when nullif("total", 'NaN'::double) is not null then $3::integer else $4::integer end + case when "placed" is not null then $5::integer else $6::integer end >= $7;
-- 1: 1
-- 2: 0
-- 3: 1
-- 4: 0
-- 5: 1
-- 6: 0
-- 7: 2
