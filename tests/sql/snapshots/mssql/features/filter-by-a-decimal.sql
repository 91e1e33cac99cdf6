select [id]
from [shop].[samples]
where [price] < cast(@p0 as decimal(3, 2));
-- 1: "9.99"
