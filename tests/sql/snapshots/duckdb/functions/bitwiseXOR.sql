select xor("number", $1::bigint) as "number"
from "shop"."samples";
-- 1: 2
