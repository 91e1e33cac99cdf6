select case when "list" is not null and $1::bigint is not null then coalesce(list_position("list", $2::bigint), 0)::bigint end as "list", case when "words" is not null and $3 is not null then coalesce(list_position("words", $4), 0)::bigint end as "words"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: "a"
-- 4: "a"
