select $1::text as "#,##0.00", $2::text as "9,999.99"
from "shop"."samples";
-- 1: "#,##0.00"
-- 2: "9,999.99"
