select count(*) filter (where ("status" = any($1::text[]))) as "n"
from "orders";
-- 1: ["paid","open"]
