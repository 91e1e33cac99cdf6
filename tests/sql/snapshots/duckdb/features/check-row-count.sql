select "n_records"
from (
  select count(*) as "n_records"
  from "orders"
) as "q1"
where "n_records" < $1 or "n_records" > $2;
-- 1: 1
-- 2: 1000
