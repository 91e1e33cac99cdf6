select "number" & ? as "number"
from "shop"."samples";
-- 1: 2
