select "number"::bigint / nullif($1::bigint, 0) as "number"
from "shop"."samples";
-- 1: "2"
