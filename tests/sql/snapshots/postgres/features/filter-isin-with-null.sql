select "id"
from "orders"
where case when "status" = any($1::text[]) then $2::boolean end;
-- 1: ["paid"]
-- 2: true
