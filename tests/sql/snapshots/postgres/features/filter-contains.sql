select "id"
from "customers"
where strpos("name", $1::text) > 0 and strpos("name", "city") > 0;
-- 1: "100%"
