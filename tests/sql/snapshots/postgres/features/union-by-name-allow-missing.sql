select "id", "name", $1::text as "city"
from "customers"
union all
select "id", $2::text as "name", "city"
from "customers";
-- 1: null
-- 2: null
