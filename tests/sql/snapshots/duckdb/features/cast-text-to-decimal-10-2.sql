select case when regexp_matches("text", '^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$') then "text"::decimal(10,2) else ('no decimal(10,2): ' || "text")::decimal(10,2) end as "x"
from "shop"."samples";
