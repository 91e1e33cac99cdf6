select "name"
from "customers"
intersect all
select "city" as "name"
from "customers";
