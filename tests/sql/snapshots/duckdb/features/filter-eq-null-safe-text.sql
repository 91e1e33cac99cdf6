select "id"
from "customers"
where "name" is not distinct from "city";
