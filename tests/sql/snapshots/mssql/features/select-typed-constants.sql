select cast(@p0 as int) as [i], cast(@p1 as decimal(12, 2)) as [p], cast(@p2 as date) as [d], cast(@p3 as datetime2(6)) as [m]
from [customers];
-- 1: 1
-- 2: "1.50"
-- 3: "2024-02-29"
-- 4: "2024-02-29 12:30:00"
