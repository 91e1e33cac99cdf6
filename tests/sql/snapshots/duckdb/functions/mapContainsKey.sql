select case when "rates" is not null and $1 is not null then map_contains("rates", $2::varchar) end as "rates"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
