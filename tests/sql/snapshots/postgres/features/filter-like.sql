select "id"
from "customers"
where "name" like $1;
-- 1: "A\\_[%"
