select "status", sum("total") as "total"
from "orders"
group by "status"
having sum("orders"."total") > ?
order by "total" desc
limit ?;
-- 1: 10
-- 2: 3
