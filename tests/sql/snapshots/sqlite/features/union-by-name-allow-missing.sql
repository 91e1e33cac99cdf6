select "id", "name", ? as "city"
from "customers"
union all
select "id", ? as "name", "city"
from "customers";
-- 1: null
-- 2: null
