select "id"
from "orders"
where case when "status" in ($1) then $2::boolean end;
-- 1: "paid"
-- 2: true
