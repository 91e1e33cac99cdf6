select case when isfinite("number"::double) then tan("number"::double) when "number"::double is not null then 'NaN'::double end as "number", case when isfinite("ratio") then tan("ratio") when "ratio" is not null then 'NaN'::double end as "ratio", case when isfinite("price"::double) then tan("price"::double) when "price"::double is not null then 'NaN'::double end as "price"
from "shop"."samples";
