select "id", "name", "city"
from "customers"
limit ?
offset ?;
-- 1: -1
-- 2: 10
