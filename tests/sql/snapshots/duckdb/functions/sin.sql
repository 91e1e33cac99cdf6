select case when isfinite("number"::double) then sin("number"::double) when "number"::double is not null then 'NaN'::double end as "number", case when isfinite("ratio") then sin("ratio") when "ratio" is not null then 'NaN'::double end as "ratio", case when isfinite("price"::double) then sin("price"::double) when "price"::double is not null then 'NaN'::double end as "price"
from "shop"."samples";
