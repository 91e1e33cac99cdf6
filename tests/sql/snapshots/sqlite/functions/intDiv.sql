select "number" / nullif(?, 0) as "number"
from "shop"."samples";
-- 1: 2
