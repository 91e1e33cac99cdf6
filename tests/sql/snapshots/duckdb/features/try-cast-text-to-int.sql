select case when regexp_matches("text", '^\s*[+-]?\d+\s*$') then try_cast("text" as integer) end as "x"
from "shop"."samples";
