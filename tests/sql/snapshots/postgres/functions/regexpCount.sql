select regexp_count("text", $1::text) as "text"
from "shop"."samples";
-- 1: "(?:a){1,1}"
