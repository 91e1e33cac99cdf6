select "number" + ? as "plus", "number" - "small" as "minus", ("number" * ? + ?) * ? as "nested", cast("number" as real) / nullif(?, 0) as "div", "number" % nullif(?, 0) as "mod", cast("ratio" as real) / nullif("number", 0) as "ratio"
from "shop"."samples";
-- 1: 1
-- 2: 2
-- 3: 1
-- 4: 3
-- 5: 2
-- 6: 3
