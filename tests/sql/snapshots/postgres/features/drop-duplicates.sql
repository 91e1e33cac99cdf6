select "id", "name", "city"
from (
  select "id", "name", "city", row_number() over (partition by "city") as "_row_number"
  from "customers"
) as "q1"
where "_row_number" = $1;
-- 1: "1"
