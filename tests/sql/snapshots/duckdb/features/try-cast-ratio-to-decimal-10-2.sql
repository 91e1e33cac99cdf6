select case when isfinite("ratio") then try_cast("ratio"::varchar as decimal(10,2)) end as "x"
from "shop"."samples";
