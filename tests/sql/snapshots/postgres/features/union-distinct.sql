select distinct "name"
from (
  select "name"
  from "customers"
  union all
  select "city" as "name"
  from "customers"
) as "q1";
