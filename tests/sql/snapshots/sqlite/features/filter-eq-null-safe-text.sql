select "id"
from "customers"
where "name" is "city";
