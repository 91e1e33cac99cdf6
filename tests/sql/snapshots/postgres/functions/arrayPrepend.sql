select case when "list" is not null then array_prepend($1::bigint, "list") end as "list", case when "words" is not null then array_prepend($2::text, "words") end as "words"
from "shop"."samples";
-- 1: "2"
-- 2: "a"
