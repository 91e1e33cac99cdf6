select case when regexp_matches("text", '^\s*[+-]?\d+\s*$') then try_cast("text" as tinyint) end as "x"
from "shop"."samples";
