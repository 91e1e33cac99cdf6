select [id], [customer_id], [total]
from (
  select [id], [customer_id], [total], row_number() over (partition by [customer_id] order by [total] desc) as [_window_1]
  from [orders]
) as [q1]
where [_window_1] = @p0;
-- 1: 1
