select array_to_string("words", $1::text, $2::text) as "words"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
