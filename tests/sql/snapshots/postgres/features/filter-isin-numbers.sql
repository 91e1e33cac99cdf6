select "id"
from "orders"
where "id" = any($1::bigint[]);
-- 1: ["1","2","3"]
