select case when abs(cast([number] as float)) <= 1 then asin(cast([number] as float)) end as [number], case when abs([ratio]) <= 1 then asin([ratio]) end as [ratio], case when abs(cast([price] as float)) <= 1 then asin(cast([price] as float)) end as [price]
from [shop].[samples];
