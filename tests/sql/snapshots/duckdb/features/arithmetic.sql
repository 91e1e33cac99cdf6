select "number" + $1 as "plus", "number" - "small" as "minus", ("number" * $2 + $3) * $4 as "nested", "number" / nullif($5::bigint, 0) as "div", "number" % nullif($6::bigint, 0) as "mod", "ratio" / nullif("number", 0) as "ratio"
from "shop"."samples";
-- 1: 1
-- 2: 2
-- 3: 1
-- 4: 3
-- 5: 2
-- 6: 3
