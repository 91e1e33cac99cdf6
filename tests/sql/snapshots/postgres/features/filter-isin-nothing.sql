select "id"
from "orders"
where "id" = any($1::bigint[]);
-- 1: []
