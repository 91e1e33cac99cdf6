select "status", count(*) as "count"
from "orders"
group by "status"
order by "status" collate "C" nulls first;
