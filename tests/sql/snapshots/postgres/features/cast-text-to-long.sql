select case when "text" ~ '^\s*[+-]?[0-9]+\s*$' then "text"::bigint else ('no bigint: ' || "text")::bigint end as "x"
from "shop"."samples";
