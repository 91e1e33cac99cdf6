select "city"
from (
  select distinct "city"
  from "customers"
) as "q1"
order by "city" collate "C" nulls first;
