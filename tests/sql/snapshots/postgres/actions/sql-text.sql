select "city", "people"
from (
  select city, '?' as people
  from cities
  where id > $1
) as "q1"
where "people" > $2;
-- 1: "3"
-- 2: "1"
