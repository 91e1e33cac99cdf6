select lag("total") over (order by "id") as "before", lead("total", ?) over (order by "id") as "after", lag("id", ?, ?) over (order by "id") as "id_before"
from "orders";
-- 1: 2
-- 2: 1
-- 3: 0
