select json_object(?, ?) as "#,##0.00", json_object(?, ?) as "9,999.99"
from "shop"."samples";
-- 1: "#,##0.00"
-- 2: "a"
-- 3: "9,999.99"
-- 4: "a"
