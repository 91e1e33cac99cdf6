select "id", "customer_id", "status", "total", "placed"
from "orders"
where "status" is not null or nullif("total", 'NaN'::double) is not null;
