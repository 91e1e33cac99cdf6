select case when "number"::double precision > 0 then log10("number"::double precision) end as "number", case when "ratio" > 0 then log10("ratio") end as "ratio", case when "price"::double precision > 0 then log10("price"::double precision) end as "price"
from "shop"."samples";
