select [id]
from [orders]
where [total] is null and [status] is not null;
