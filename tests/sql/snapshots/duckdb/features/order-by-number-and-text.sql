select "id", "name", "city"
from "customers"
order by "id", "name";
