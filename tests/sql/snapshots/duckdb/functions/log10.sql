select case when "number"::double > 0 then log10("number"::double) end as "number", case when "ratio" > 0 then log10("ratio") end as "ratio", case when "price"::double > 0 then log10("price"::double) end as "price"
from "shop"."samples";
