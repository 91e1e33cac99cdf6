select "id", "name", "city"
from "customers"
order by "id"
limit $1
offset $2;
-- 1: 5
-- 2: 10
