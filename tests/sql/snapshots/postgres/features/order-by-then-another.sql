select "id", "total"
from "orders"
order by "id";
