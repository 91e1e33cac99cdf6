select [id] as [unique_field], count_big(*) as [n_records]
from [orders]
where [id] is not null
group by [id]
having count_big(*) > @p0;
-- 1: 1
