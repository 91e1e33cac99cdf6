select ("number"::bigint << ($1::bigint & 63)::integer) as "number"
from "shop"."samples";
-- 1: "2"
