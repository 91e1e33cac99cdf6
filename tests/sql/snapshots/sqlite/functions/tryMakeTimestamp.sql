select millrace_make_timestamp("number", ?, ?, ?, ?, ?, 1) as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
