select case when isfinite("ratio") then "ratio"::varchar::decimal(10,2) end as "x"
from "shop"."samples";
