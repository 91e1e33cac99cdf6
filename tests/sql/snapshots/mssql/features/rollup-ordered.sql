select [customer_id], count_big(*) as [count]
from [orders]
group by grouping sets (([customer_id]), ())
having count_big(*) > @p0
order by [customer_id];
-- 1: 0
