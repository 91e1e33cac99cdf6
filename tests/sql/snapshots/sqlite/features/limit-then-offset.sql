select "id", "name", "city"
from (
  select "id", "name", "city"
  from "customers"
  limit ?
) as "q1"
limit ?
offset ?;
-- 1: 10
-- 2: -1
-- 3: 5
