select case when regexp_matches("text", '^\s*[+-]?\d+\s*$') then "text"::integer else ('no integer: ' || "text")::integer end as "x"
from "shop"."samples";
