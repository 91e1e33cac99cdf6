select case when "text" is not null and $1::text is not null then case when strpos("text", ',') > 0 then 0 when "text" = $2::text then 1 else coalesce(array_position(string_to_array($3::text, ','), "text"), 0) end end as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: "a"
