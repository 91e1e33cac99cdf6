select case when "number"::double < 0 then 'NaN'::double else sqrt("number"::double) end as "number", case when "ratio" < 0 then 'NaN'::double else sqrt("ratio") end as "ratio", case when "price"::double < 0 then 'NaN'::double else sqrt("price"::double) end as "price"
from "shop"."samples";
