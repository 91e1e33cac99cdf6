select "city"
from (
  select distinct "city", "name"
  from "customers"
) as "q1";
