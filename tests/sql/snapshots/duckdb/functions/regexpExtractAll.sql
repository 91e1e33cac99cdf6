select case when regexp_matches("text", $1) then [error('regexpExtractAll: there is no group 2 in the pattern, for ' || "text")] when "text" is not null then []::varchar[] end as "text"
from "shop"."samples";
-- 1: "a"
