select "id", "lot", "lot" > $1 as "high"
from (
  with "drawn" as materialized (
    select "id", random() as "lot"
    from "orders"
  )
  select *
  from "drawn"
) as "q1";
-- 1: 0.5
