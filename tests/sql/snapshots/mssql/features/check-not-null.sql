select [id], [customer_id], [status], [total], [placed]
from [orders]
where [customer_id] is null;
