select case when "number" >= -128 and "number" < 128 then "number"::smallint else null end as "x"
from "shop"."samples";
