select case when pg_input_is_valid("number"::text, 'numeric(10,2)') then "number"::text::numeric(10,2) end as "x"
from "shop"."samples";
