select "id", "name", "city"
from "customers"
limit $1;
-- 1: 5
