select case when "text" ~ '^\s*[+-]?[0-9]+\s*$' then "text"::integer else ('no integer: ' || "text")::integer end as "x"
from "shop"."samples";
