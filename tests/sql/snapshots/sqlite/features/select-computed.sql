select "id", "total" * ? as "twice"
from "orders";
-- 1: 2
