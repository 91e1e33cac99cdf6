select ("number"::bigint::bit << ($1::bigint & 63)::integer)::bigint as "number"
from "shop"."samples";
-- 1: 2
