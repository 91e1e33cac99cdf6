select case when "number"::double precision = 'NaN' then $1::double precision else "number"::double precision end as "number", case when "ratio" = 'NaN' then $2::double precision else "ratio" end as "ratio", case when "price"::double precision = 'NaN' then $3::double precision else "price"::double precision end as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
