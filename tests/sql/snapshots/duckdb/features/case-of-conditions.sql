select case when "total" > $1 then "status" = $2 else $3::boolean end as "safe"
from "orders";
-- 1: 100
-- 2: "paid"
-- 3: false
