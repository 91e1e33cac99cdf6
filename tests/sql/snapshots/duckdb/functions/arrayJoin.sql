select case when "words" is not null and $1 is not null and $2 is not null then coalesce(array_to_string(list_transform("words", lambda item: coalesce(item, $3)), $4), '') end as "words"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: "a"
-- 4: "a"
