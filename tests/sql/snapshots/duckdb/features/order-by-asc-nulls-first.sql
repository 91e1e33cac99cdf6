select "id", "status"
from "orders"
order by "status" nulls first;
