select ((case when regexp_matches("text", $1) then length(regexp_extract("text", $2, 1)) + 1 when "text" is not null then 0 end))::int as "text"
from "shop"."samples";
-- 1: "(?:a)"
-- 2: "\\A([\\x{0}-\\x{10ffff}]*?)(?:a)"
