select "id", sum("total") over (order by "id" range between 10 preceding and 10 following) as "near"
from "orders";
