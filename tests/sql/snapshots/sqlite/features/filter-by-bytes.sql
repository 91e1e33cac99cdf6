select "id"
from "shop"."samples"
where "bytes" = ?;
-- 1: 0x0100
