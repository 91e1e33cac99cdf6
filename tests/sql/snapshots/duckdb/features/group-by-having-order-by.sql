select "status", sum("total") as "total"
from "orders"
group by "status"
having sum("orders"."total") > $1
order by "total" desc
limit $2;
-- 1: 10
-- 2: 3
