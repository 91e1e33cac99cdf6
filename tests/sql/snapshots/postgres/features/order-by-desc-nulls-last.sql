select "id", "total"
from "orders"
order by "total" desc nulls last;
