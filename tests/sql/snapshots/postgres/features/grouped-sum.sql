select "status", sum("total") as "sum(total)", sum("id")::bigint as "sum(id)"
from "orders"
group by "status";
