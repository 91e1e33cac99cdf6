select "id"
from "customers"
where "name" = ?;
-- 1: "Ada "
