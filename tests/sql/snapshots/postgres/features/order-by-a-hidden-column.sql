select "id"
from "orders"
order by "placed" nulls first;
