select "id"
from "orders"
order by row_number() over (order by "id" desc);
