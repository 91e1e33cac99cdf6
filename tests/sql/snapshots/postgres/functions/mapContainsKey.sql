select case when "rates" is not null and $1::text is not null then ("rates" -> $2::text::text) is not null end as "rates"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
