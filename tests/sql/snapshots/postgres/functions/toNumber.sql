select case when "text" ~ $1 and "text" ~ '[0-9]' then (case when "text" ~ '[-<]' then '-' else '' end || regexp_replace("text", '[^0-9.]', '', 'g'))::numeric(6,2) when "text" is not null then ('toNumber: no number of the format: ' || "text")::numeric(6,2) end as "text"
from "shop"."samples";
-- 1: "^(?:(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,1}[ \\t\\n\\r\\f\\v]*,)?(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,3}[ \\t\\n\\r\\f\\v]*(?:\\.(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,2}[ \\t\\n\\r\\f\\v]*)?$"
