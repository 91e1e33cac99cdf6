select [city]
from [customers]
group by [city], cast([city] as varbinary(max));
