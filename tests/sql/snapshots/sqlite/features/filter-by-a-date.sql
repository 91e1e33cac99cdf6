select "id"
from "orders"
where "placed" >= ?;
-- 1: "2024-02-29"
