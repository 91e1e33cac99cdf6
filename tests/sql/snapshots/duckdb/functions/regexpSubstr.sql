select case when regexp_matches("text", $1) then regexp_extract("text", $2, 1) end as "text"
from "shop"."samples";
-- 1: "(a)"
-- 2: "(a)"
