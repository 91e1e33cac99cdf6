select case when "words" is not null then coalesce(array_to_string(list_transform("words", lambda item: coalesce(item, $1)), $2), '') end as "words"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
