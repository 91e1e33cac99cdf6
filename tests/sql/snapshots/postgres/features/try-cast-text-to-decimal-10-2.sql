select case when "text" ~ '^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$' and pg_input_is_valid("text", 'numeric(10,2)') then "text"::numeric(10,2) end as "x"
from "shop"."samples";
