select "id", "status"
from "orders"
order by "status" collate "C" nulls first;
