select lag([total]) over (order by [id]) as [before], lead([total], @p0) over (order by [id]) as [after], lag([id], @p1, @p2) over (order by [id]) as [id_before]
from [orders];
-- 1: 2
-- 2: 1
-- 3: 0
