select [$1::bigint] || "list" as "list", [$2] || "words" as "words"
from "shop"."samples";
-- 1: 2
-- 2: "a"
