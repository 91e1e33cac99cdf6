select "city"
from (
  select distinct "city"
  from "customers"
  where "city" is not null
) as "q1"
order by "city";
