select struct_pack("#,##0.00" := $1) as "#,##0.00", struct_pack("9,999.99" := $2) as "9,999.99"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
