select "number" & $1::bigint as "and", "number" | "small"::bigint as "or", xor("small"::bigint, $2::bigint) as "xor", "number" & $3::bigint | $4::bigint as "both"
from "shop"."samples";
-- 1: 12
-- 2: 5
-- 3: 12
-- 4: 1
