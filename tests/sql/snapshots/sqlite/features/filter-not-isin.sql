select "id"
from "orders"
where not ("status" in (?, ?));
-- 1: "void"
-- 2: "test"
