select case when "ratio" in ('NaN', 'Infinity', '-Infinity') then null else case when pg_input_is_valid("ratio"::text, 'numeric(10,2)') then "ratio"::text::numeric(10,2) end end as "x"
from "shop"."samples";
