select case when "number"::double > 0 then log2("number"::double) end as "number", case when "ratio" > 0 then log2("ratio") end as "ratio", case when "price"::double > 0 then log2("price"::double) end as "price"
from "shop"."samples";
