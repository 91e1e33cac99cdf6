select rank() over (order by "total" desc nulls last) as "r", dense_rank() over (order by "total" desc nulls last) as "d", percent_rank() over (order by "total" desc nulls last) as "p", cume_dist() over (order by "total" desc nulls last) as "c", ntile($1::bigint::int) over (order by "total" desc nulls last) as "n"
from "orders";
-- 1: "4"
