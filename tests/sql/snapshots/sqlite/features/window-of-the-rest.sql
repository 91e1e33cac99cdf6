select "id", sum("total") over (order by "id" rows between current row and unbounded following) as "rest"
from "orders";
