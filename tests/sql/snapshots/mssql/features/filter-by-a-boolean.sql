select [id]
from [shop].[samples]
where [flag] = 1;
