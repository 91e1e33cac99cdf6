select "id", count(*) over (partition by "status" order by "placed" desc range between unbounded preceding and current row) as "n"
from "orders";
