select case when [number] in (1, 2) then case [number] when 1 then @p0 when 2 then @p1 end when [number] is not null then cast(cast(N'elt: there is no text ' + cast([number] as nvarchar(20)) as int) as nvarchar(max)) end as [number]
from [shop].[samples];
-- 1: "a"
-- 2: "a"
