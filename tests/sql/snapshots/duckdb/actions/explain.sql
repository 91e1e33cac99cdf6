explain
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"
