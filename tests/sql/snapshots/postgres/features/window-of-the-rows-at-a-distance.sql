select "id", sum("total") over (order by "id" rows between 3 preceding and 1 preceding) as "before"
from "orders";
