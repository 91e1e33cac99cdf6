select "id", "name", $1::varchar as "city"
from "customers"
union all
select "id", $2::varchar as "name", "city"
from "customers";
-- 1: null
-- 2: null
