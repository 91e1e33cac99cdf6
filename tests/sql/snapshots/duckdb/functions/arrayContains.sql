select list_contains("list", $1::bigint) or nullif(len("list") > list_count("list"), true) as "list", list_contains("words", $2) or nullif(len("words") > list_count("words"), true) as "words"
from "shop"."samples";
-- 1: 2
-- 2: "a"
