select case when regexp_matches("text", '^\s*\d{4}(-\d{1,2}(-\d{1,2}([ T].*)?)?)?\s*$') then try_cast(regexp_extract(regexp_replace(regexp_replace("text", '^\s*(\d{4})\s*$', '\1-01-01'), '^\s*(\d{4}-\d{1,2})\s*$', '\1-01'), '^\s*(\d{4}-\d{1,2}-\d{1,2})', 1) as date) end as "x"
from "shop"."samples";
