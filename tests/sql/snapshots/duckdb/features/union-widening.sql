select "id"::double as "id"
from "orders"
union all
select "total" as "id"
from "orders";
