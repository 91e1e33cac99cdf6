select count_big(*) as [n], count_big(distinct [customer_id]) as [customers], avg([total]) as [mean]
from [orders];
