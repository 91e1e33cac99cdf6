select "id"
from "orders"
where case when "status" in (?) then ? end;
-- 1: "paid"
-- 2: 1
