select "id"
from "orders"
where "status" = any($1::text[]);
-- 1: ["paid ","open"]
