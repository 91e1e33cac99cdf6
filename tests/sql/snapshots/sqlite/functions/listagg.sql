select group_concat("text", '') as "text alone", group_concat("text", ?) as "text"
from "shop"."samples";
-- 1: "#,##0.00"
