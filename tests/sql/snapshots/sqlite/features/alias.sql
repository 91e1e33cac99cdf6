select "id", "name", "city"
from "customers"
where "id" > ?;
-- 1: 1
