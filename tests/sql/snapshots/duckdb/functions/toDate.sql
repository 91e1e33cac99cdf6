-- text: reading text by a pattern is not supported on DuckDB
select case when regexp_matches("text", '^\s*\d{4}(-\d{1,2}(-\d{1,2}([ T].*)?)?)?\s*$') then regexp_extract(regexp_replace(regexp_replace("text", '^\s*(\d{4})\s*$', '\1-01-01'), '^\s*(\d{4}-\d{1,2})\s*$', '\1-01'), '^\s*(\d{4}-\d{1,2}-\d{1,2})', 1)::date else ('no date: ' || "text")::date end as "text alone", "day" as "day alone", "day", "moment"::date as "moment alone", "moment"::date as "moment"
from "shop"."samples";
