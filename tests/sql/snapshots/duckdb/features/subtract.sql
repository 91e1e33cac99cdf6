select "name"
from "customers"
except
select "city" as "name"
from "customers";
