select "id", "lot", "lot" > ? as "high"
from (
  with "drawn" as materialized (
    select "id", (random() & 9007199254740991) / 9007199254740992.0 as "lot"
    from "orders"
  )
  select *
  from "drawn"
) as "q1";
-- 1: 0.5
