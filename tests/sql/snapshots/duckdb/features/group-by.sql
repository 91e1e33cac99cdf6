select "status", count(*) as "n", sum("total") as "total"
from "orders"
group by "status";
