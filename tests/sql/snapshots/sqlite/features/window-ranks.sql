select rank() over (order by "total" desc) as "r", dense_rank() over (order by "total" desc) as "d", percent_rank() over (order by "total" desc) as "p", cume_dist() over (order by "total" desc) as "c", ntile(?) over (order by "total" desc) as "n"
from "orders";
-- 1: 4
