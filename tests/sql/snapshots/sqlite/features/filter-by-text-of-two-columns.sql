select "id"
from "customers"
where "name" = "city";
