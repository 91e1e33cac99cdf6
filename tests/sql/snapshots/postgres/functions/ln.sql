select case when "number"::double precision > 0 then ln("number"::double precision) end as "number", case when "ratio" > 0 then ln("ratio") end as "ratio", case when "price"::double precision > 0 then ln("price"::double precision) end as "price"
from "shop"."samples";
