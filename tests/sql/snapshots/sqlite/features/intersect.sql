select "name"
from (
  select "name"
  from "customers"
  intersect
  select "city" as "name"
  from "customers"
) as "q1";
