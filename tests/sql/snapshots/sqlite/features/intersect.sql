select "name"
from "customers"
intersect
select "city" as "name"
from "customers";
