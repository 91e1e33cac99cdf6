select millrace_format(?, ?, ?) as "#,##0.00", millrace_format(?, ?, ?) as "9,999.99"
from "shop"."samples";
-- 1: "#,##0.00"
-- 2: "string"
-- 3: "a"
-- 4: "9,999.99"
-- 5: "string"
-- 6: "a"
