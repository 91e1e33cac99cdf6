select case when "text" ~ '^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$' then "text"::numeric(10,2) else ('no numeric(10,2): ' || "text")::numeric(10,2) end as "x"
from "shop"."samples";
