select "id", sum("total") over (order by "id" range between unbounded preceding and current row) as "so_far"
from "orders";
