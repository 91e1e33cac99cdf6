select case when "number"::double precision < 0 then 'NaN'::double precision else sqrt("number"::double precision) end as "number", case when "ratio" < 0 then 'NaN'::double precision else sqrt("ratio") end as "ratio", case when "price"::double precision < 0 then 'NaN'::double precision else sqrt("price"::double precision) end as "price"
from "shop"."samples";
