select "list"[$1::bigint] as "list", "lists"[$2::bigint] as "lists", "words"[$3::bigint] as "words", ("rates")[$4] as "rates", "pairs"[$5::bigint] as "pairs"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: "a"
-- 5: 2
