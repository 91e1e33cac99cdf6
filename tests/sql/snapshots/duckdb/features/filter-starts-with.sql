select "id"
from "customers"
where starts_with("name", $1) and ends_with("name", $2);
-- 1: "A"
-- 2: "a"
