select [bytes], count_big(*) as [count]
from [shop].[samples]
group by [bytes], convert(varchar(max), [bytes], 2);
