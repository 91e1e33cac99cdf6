select case when regexp_matches("text", '^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$') then "text"::double when regexp_matches("text", '^\s*([+-]?(infinity|inf)|nan)\s*$', 'i') then trim("text")::double else null end as "x"
from "shop"."samples";
