select "list" || [$1::bigint] as "list", "words" || [$2] as "words"
from "shop"."samples";
-- 1: 2
-- 2: "a"
