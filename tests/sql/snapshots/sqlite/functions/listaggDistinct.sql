select millrace_listagg_distinct("text", '') as "text alone", millrace_listagg_distinct("text", ?) as "text"
from "shop"."samples";
-- 1: "#,##0.00"
