select jsonb_build_object($1::text::text, $2::text::text) as "a"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
