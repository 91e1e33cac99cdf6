select case when [total] > @p0 then @p1 when [total] > @p2 then @p3 end as [size]
from [orders];
-- 1: 100
-- 2: "large"
-- 3: 10
-- 4: "small"
