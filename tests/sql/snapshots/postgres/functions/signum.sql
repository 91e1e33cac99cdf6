select case when "number"::double precision = 'NaN' then "number"::double precision else sign("number"::double precision) end as "number", case when "ratio" = 'NaN' then "ratio" else sign("ratio") end as "ratio", case when "price"::double precision = 'NaN' then "price"::double precision else sign("price"::double precision) end as "price"
from "shop"."samples";
