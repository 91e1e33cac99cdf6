select case when "text" ~ '^\s*[+-]?[0-9]+\s*$' and pg_input_is_valid("text", 'bigint') then "text"::bigint end as "x"
from "shop"."samples";
