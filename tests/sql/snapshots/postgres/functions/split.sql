select case when regexp_instr("text", $1::text, 1, 1, 1) > 0 then (regexp_split_to_array("text", $2::text))[:1] || substr("text", regexp_instr("text", $3::text, 1, 1, 1)) else regexp_split_to_array("text", $4::text) end as "text"
from "shop"."samples";
-- 1: "(?:a){1,1}"
-- 2: "(?:a){1,1}"
-- 3: "(?:a){1,1}"
-- 4: "(?:a){1,1}"
