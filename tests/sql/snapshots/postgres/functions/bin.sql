select case when "number" = 0 then '0' else ltrim("number"::bigint::bit(64)::text, '0') end as "number"
from "shop"."samples";
