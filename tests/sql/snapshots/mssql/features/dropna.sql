select [id], [customer_id], [status], [total], [placed]
from [orders]
where [customer_id] is not null and [status] is not null and [total] is not null and [placed] is not null;
