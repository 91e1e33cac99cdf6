select case when "list" is not null then array_append("list", $1::bigint) end as "list", case when "words" is not null then array_append("words", $2::text) end as "words"
from "shop"."samples";
-- 1: "2"
-- 2: "a"
