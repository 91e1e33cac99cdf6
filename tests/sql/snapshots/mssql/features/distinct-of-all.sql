select [id], [name], [city]
from [customers]
group by [id], [name], cast([name] as varbinary(max)), [city], cast([city] as varbinary(max));
