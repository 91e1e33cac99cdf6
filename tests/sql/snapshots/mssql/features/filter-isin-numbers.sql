select [id]
from [orders]
where [id] in (@p0, @p1, @p2);
-- 1: 1
-- 2: 2
-- 3: 3
