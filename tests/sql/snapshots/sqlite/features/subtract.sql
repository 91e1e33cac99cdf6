select "name"
from (
  select "name"
  from "customers"
  except
  select "city" as "name"
  from "customers"
) as "q1";
