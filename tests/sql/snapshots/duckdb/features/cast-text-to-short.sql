select case when regexp_matches("text", '^\s*[+-]?\d+\s*$') then "text"::smallint else ('no smallint: ' || "text")::smallint end as "x"
from "shop"."samples";
