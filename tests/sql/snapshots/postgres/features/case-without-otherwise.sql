select case when "total" > $1 then $2::text when "total" > $3 then $4::text end as "size"
from "orders";
-- 1: "100"
-- 2: "large"
-- 3: "10"
-- 4: "small"
