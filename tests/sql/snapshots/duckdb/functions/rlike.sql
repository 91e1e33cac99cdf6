select regexp_matches("text", $1) as "text"
from "shop"."samples";
-- 1: "a"
