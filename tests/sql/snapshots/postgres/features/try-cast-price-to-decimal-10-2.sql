select case when pg_input_is_valid("price"::text, 'numeric(10,2)') then "price"::text::numeric(10,2) end as "x"
from "shop"."samples";
