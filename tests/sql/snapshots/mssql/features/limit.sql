select top (@p0) [id], [name], [city]
from [customers];
-- 1: 5
