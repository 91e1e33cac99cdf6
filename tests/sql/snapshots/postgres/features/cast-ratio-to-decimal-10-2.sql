select case when "ratio" in ('NaN', 'Infinity', '-Infinity') then null else "ratio"::text::numeric(10,2) end as "x"
from "shop"."samples";
