select "id", "name", "city"
from (
  select "id", "name", "city"
  from "customers"
  limit $1
) as "q1"
offset $2;
-- 1: 10
-- 2: 5
