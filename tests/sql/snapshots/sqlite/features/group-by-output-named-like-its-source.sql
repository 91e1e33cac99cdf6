select "status", max("id") as "id"
from "orders"
group by "status"
order by "id";
