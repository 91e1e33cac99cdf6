select "id" as "unique_field", count(*) as "n_records"
from "orders"
where "status" = $1 and "id" is not null
group by "id"
having count(*) > $2
limit $3;
-- 1: "paid"
-- 2: "1"
-- 3: 100
