explain query plan
select "city", count(*) as "people"
from "customers"
where "name" <> ?
group by "city";
-- 1: "test"
