select ((case when "text" is not null and $1 is not null then case when contains("text", ',') then 0 else coalesce(list_position(string_split($2, ','), "text"), 0) end end))::int as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
