select [id], [name] as [city], [city] as [name]
from [customers];
