select [id], @p0 as [t], @p1 as [n], @p2 as [d], @p3 as [b], cast(@p4 as nvarchar(max)) as [nothing]
from [customers];
-- 1: "x"
-- 2: 1
-- 3: 1.5
-- 4: true
-- 5: null
