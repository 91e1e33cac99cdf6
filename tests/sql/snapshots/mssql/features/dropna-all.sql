select [id], [customer_id], [status], [total], [placed]
from [orders]
where [status] is not null or [total] is not null;
