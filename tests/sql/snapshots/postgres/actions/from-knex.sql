select "city", "people"
from (
  select "city", "people"
  from "cities"
  where "people" > $1
) as "q1"
order by "people";
-- 1: 1000
