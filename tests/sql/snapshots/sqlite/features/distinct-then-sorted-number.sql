select distinct "total"
from "orders"
order by "total";
