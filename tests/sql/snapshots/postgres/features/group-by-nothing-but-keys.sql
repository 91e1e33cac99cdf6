select "status"
from "orders"
group by "status";
