select case when abs(cast([number] as float)) <= 1 then acos(cast([number] as float)) end as [number], case when abs([ratio]) <= 1 then acos([ratio]) end as [ratio], case when abs(cast([price] as float)) <= 1 then acos(cast([price] as float)) end as [price]
from [shop].[samples];
