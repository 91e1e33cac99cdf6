select count(case when "status" in ($1, $2) then 1 end) as "n"
from "orders";
-- 1: "paid"
-- 2: "open"
