select nth_value("total", ?) over (order by "id") as "second"
from "orders";
-- 1: 2
