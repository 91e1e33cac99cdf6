select "city", "people"
from (
  select city, '\?' as people
  from cities
  where id > ?
) as "q1"
where "people" > ?;
-- 1: 3
-- 2: 1
