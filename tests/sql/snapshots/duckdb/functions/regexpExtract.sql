select case when regexp_matches("text", $1) then error('regexpExtract: there is no group 2 in the pattern, for ' || "text") when "text" is not null then '' end as "text"
from "shop"."samples";
-- 1: "a"
