select [id]
from [shop].[samples]
where [moment] < cast(@p0 as datetime2(6));
-- 1: "2024-02-29 12:30:00"
