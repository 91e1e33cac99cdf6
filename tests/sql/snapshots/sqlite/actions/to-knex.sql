select count(*) as "count"
from (
  select "id", "name", "city"
  from "customers"
  where `id` > ?
) as "q1";
-- 1: 3
