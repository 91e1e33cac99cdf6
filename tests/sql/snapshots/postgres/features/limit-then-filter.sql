select "id", "name", "city"
from (
  select "id", "name", "city"
  from "customers"
  order by "id"
  limit $1
) as "q1"
where "city" is null
order by "id";
-- 1: 10
