select case when [city] is null then @p0 else [city] end as [place]
from [customers];
-- 1: "nowhere"
