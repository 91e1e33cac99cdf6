select rtrim(rtrim(convert(nvarchar(26), cast([moment] as datetime2(6)), 121), N'0'), N'.') as [x]
from [shop].[samples];
