-- text: reading text by a pattern is not supported on DuckDB
select case when regexp_matches("text", '^\s*\d{4}(-\d{1,2}(-\d{1,2}([ T].*)?)?)?\s*$') then try_cast(regexp_extract(regexp_replace(regexp_replace("text", '^\s*(\d{4})\s*$', '\1-01-01'), '^\s*(\d{4}-\d{1,2})\s*$', '\1-01'), '^\s*(\d{4}-\d{1,2}-\d{1,2})', 1) as date) end as "text alone", "day" as "day alone", "day", try_cast("moment" as date) as "moment alone", try_cast("moment" as date) as "moment"
from "shop"."samples";
