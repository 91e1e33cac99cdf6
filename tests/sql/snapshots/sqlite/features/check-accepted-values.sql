select "status" as "value_field", count(*) as "n_records"
from "orders"
where "status" is not null and not ("status" in (?, ?))
group by "status";
-- 1: "paid"
-- 2: "sent"
