select "id"
from "customers"
where "name" glob ?;
-- 1: "A_[[]*"
