select case when isnan("number"::double) then $1::double else "number"::double end as "number", case when isnan("ratio") then $2::double else "ratio" end as "ratio", case when isnan("price"::double) then $3::double else "price"::double end as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
