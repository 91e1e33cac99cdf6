select case when "text" ~ '^\s*[+-]?[0-9]+\s*$' then "text"::smallint else ('no smallint: ' || "text")::smallint end as "x"
from "shop"."samples";
