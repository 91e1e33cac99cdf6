select case when isfinite("number"::double) then cos("number"::double) when "number"::double is not null then 'NaN'::double end as "number", case when isfinite("ratio") then cos("ratio") when "ratio" is not null then 'NaN'::double end as "ratio", case when isfinite("price"::double) then cos("price"::double) when "price"::double is not null then 'NaN'::double end as "price"
from "shop"."samples";
