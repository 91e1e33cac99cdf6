select case when $1::bigint is not null then list_filter("list", lambda item: item is distinct from $2::bigint) end as "list", case when $3 is not null then list_filter("words", lambda item: item is distinct from $4) end as "words"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: "a"
-- 4: "a"
