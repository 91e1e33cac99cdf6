select "id", avg("total") over (order by "id" rows between 1 preceding and 1 following) as "smooth"
from "orders";
