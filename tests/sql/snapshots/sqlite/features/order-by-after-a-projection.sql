select "id" as "nr", "total" * ? as "twice"
from "orders"
order by "twice", "id";
-- 1: 2
