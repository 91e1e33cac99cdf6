select "id", "name", "city"
from "customers"
order by "id"
limit ?
offset ?;
-- 1: 5
-- 2: 10
