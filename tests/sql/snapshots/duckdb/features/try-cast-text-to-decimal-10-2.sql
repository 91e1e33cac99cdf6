select case when regexp_matches("text", '^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$') then try_cast("text" as decimal(10,2)) end as "x"
from "shop"."samples";
