select "id", count(*) over (partition by "status" order by "placed" desc nulls last range between unbounded preceding and current row) as "n"
from "orders";
