select "id"
from "orders"
where not ("status" = any($1::text[]));
-- 1: ["void","test"]
