select string_agg(cast([text] as nvarchar(max)), N'') as [text alone], string_agg(cast([text] as nvarchar(max)), @p0) as [text]
from [shop].[samples];
-- 1: "#,##0.00"
