select regexp_replace("text", $1::text, $2::text, 'g') as "text"
from "shop"."samples";
-- 1: "(?:a){1,1}"
-- 2: "a"
