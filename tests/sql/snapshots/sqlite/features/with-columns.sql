select "id", "total" + ? as "total", "total" as "before"
from "orders";
-- 1: 1
