select "name"
from (
  select "name", row_number() over (partition by "name") as "_copy"
  from "customers"
  intersect
  select "city" as "name", row_number() over (partition by "city") as "_copy"
  from "customers"
) as "q1";
