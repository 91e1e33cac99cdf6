select case when "number" >= -2147483648 and "number" < 2147483648 then "number"::integer else null end as "x"
from "shop"."samples";
