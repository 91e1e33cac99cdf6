select case when "rates" is not null and ? is not null then json_type("rates", '$.' || json_quote(cast(? as text))) is not null end as "rates"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
