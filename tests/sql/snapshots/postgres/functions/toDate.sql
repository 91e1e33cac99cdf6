-- text: reading text by a pattern is not supported on PostgreSQL
select case when "text" ~ '^\s*[0-9]{4}(-[0-9]{1,2}(-[0-9]{1,2}([ T].*)?)?)?\s*$' then substring(regexp_replace(regexp_replace("text", '^\s*([0-9]{4})\s*$', '\1-01-01'), '^\s*([0-9]{4}-[0-9]{1,2})\s*$', '\1-01') from '^\s*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}')::date else ('no date: ' || "text")::date end as "text alone", "day" as "day alone", "day", "moment"::date as "moment alone", "moment"::date as "moment"
from "shop"."samples";
