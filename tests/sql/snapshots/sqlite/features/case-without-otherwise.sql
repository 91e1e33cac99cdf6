select case when "total" > ? then ? when "total" > ? then ? end as "size"
from "orders";
-- 1: 100
-- 2: "large"
-- 3: 10
-- 4: "small"
