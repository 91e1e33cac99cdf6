select "id"::double precision as "id"
from "orders"
union all
select "total" as "id"
from "orders";
