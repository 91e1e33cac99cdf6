select "number", case when abs("ratio") < 1e17 then round("ratio"::varchar::decimal(38,20), 2)::double else "ratio" end as "ratio", round("price", 2)::decimal(13,2) as "price"
from "shop"."samples";
