select "id"
from "customers"
where "name" = $1;
-- 1: "Ada "
