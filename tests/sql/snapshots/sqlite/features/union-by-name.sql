select "name", "id"
from "customers"
union all
select "name", "id"
from "customers";
