select count(case when "status" in (?, ?) then 1 end) as "n"
from "orders";
-- 1: "paid"
-- 2: "open"
