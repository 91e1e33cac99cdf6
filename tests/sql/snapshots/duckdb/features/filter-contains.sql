select "id"
from "customers"
where contains("name", $1) and contains("name", "city");
-- 1: "100%"
