select case when regexp_matches("text", '^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$') then "text"::float when regexp_matches("text", '^\s*([+-]?(infinity|inf)|nan)\s*$', 'i') then trim("text")::float else ('no float: ' || "text")::float end as "x"
from "shop"."samples";
