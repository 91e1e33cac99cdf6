select cast(null as varchar(128)) as [text], cast(null as varchar(128)) as [bytes]
from [shop].[samples];
