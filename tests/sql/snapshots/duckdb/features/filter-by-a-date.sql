select "id"
from "orders"
where "placed" >= $1::date;
-- 1: "2024-02-29"
