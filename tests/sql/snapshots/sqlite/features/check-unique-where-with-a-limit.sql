select "id" as "unique_field", count(*) as "n_records"
from "orders"
where "status" = ? and "id" is not null
group by "id"
having count(*) > ?
limit ?;
-- 1: "paid"
-- 2: 1
-- 3: 100
