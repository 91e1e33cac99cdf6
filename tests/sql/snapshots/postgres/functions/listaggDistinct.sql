select string_agg(distinct "text" collate "C", '') as "text alone", string_agg(distinct "text" collate "C", $1::text) as "text"
from "shop"."samples";
-- 1: "#,##0.00"
