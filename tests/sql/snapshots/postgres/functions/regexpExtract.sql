select case when "text" ~ $1::text then ('regexpExtract: there is no group 2 in the pattern, for ' || "text")::int::text else case when "text" is not null then '' end end as "text"
from "shop"."samples";
-- 1: "(?:a){1,1}"
