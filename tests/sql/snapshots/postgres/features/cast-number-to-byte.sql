select case when "number" >= -128 and "number" < 128 then "number"::smallint else ("number"::text || ' is no byte')::smallint end as "x"
from "shop"."samples";
