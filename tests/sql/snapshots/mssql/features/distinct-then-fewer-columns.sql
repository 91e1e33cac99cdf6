select [city]
from [customers]
group by [city], cast([city] as varbinary(max)), [name], cast([name] as varbinary(max));
