select [customer_id], count_big([total]) as [n], min([total]) as [low], max([status] collate Latin1_General_100_BIN2_UTF8) as [high]
from [orders]
group by [customer_id];
