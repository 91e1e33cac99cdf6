select case when regexp_matches("text", '^\s*[+-]?\d+\s*$') then "text"::tinyint else ('no tinyint: ' || "text")::tinyint end as "x"
from "shop"."samples";
