select jsonb_build_object($1::text::text, $2::text::text) as "#,##0.00", jsonb_build_object($3::text::text, $4::text::text) as "9,999.99"
from "shop"."samples";
-- 1: "#,##0.00"
-- 2: "a"
-- 3: "9,999.99"
-- 4: "a"
