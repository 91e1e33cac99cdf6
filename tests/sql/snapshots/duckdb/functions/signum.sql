select case when isnan("number"::double) then "number"::double else sign("number"::double)::double end as "number", case when isnan("ratio") then "ratio" else sign("ratio")::double end as "ratio", case when isnan("price"::double) then "price"::double else sign("price"::double)::double end as "price"
from "shop"."samples";
