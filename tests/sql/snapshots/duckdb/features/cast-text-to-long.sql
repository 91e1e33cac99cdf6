select case when regexp_matches("text", '^\s*[+-]?\d+\s*$') then "text"::bigint else ('no bigint: ' || "text")::bigint end as "x"
from "shop"."samples";
