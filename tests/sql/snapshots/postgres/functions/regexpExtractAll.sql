select case when "text" ~ $1::text then array[('regexpExtractAll: there is no group 2 in the pattern, for ' || "text")::int::text] when "text" is not null then array[]::text[] end as "text"
from "shop"."samples";
-- 1: "((?:a){1,1})"
