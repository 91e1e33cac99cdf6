select case when "number"::double > 0 then ln("number"::double) end as "number", case when "ratio" > 0 then ln("ratio") end as "ratio", case when "price"::double > 0 then ln("price"::double) end as "price"
from "shop"."samples";
