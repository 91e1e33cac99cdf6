select "id", "name", "city"
from "customers"
offset $1;
-- 1: 10
