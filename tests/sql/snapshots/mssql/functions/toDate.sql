select [day], cast([moment] as date) as [moment]
from [shop].[samples];
