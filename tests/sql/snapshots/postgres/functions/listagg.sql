select string_agg("text", '') as "text alone", string_agg("text", $1::text) as "text"
from "shop"."samples";
-- 1: "#,##0.00"
