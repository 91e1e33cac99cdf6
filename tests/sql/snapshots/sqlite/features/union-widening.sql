select cast("id" as real) as "id"
from "orders"
union all
select "total" as "id"
from "orders";
