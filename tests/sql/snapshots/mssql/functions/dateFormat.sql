select format(cast([day] as datetime2(6)), @p0, N'en-US') as [day], format([moment], @p1, N'en-US') as [moment]
from [shop].[samples];
-- 1: "yyyy\\-MM\\-dd\\ HH\\:mm\\:ss"
-- 2: "yyyy\\-MM\\-dd\\ HH\\:mm\\:ss"
