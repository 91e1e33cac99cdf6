select "word", count(*) as "count"
from (
  select coalesce("status", $1) as "word"
  from "orders"
) as "q1"
group by "word";
-- 1: "?"
