select case when regexp_matches("text", $1) and regexp_matches("text", '[0-9]') then (case when regexp_matches("text", '[-<]') then '-' else '' end || regexp_replace("text", '[^0-9.]', '', 'g'))::decimal(6,2) when "text" is not null then null end as "text"
from "shop"."samples";
-- 1: "^(?:(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,1}[ \\t\\n\\r\\f\\v]*,)?(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,3}[ \\t\\n\\r\\f\\v]*(?:\\.(?:[ \\t\\n\\r\\f\\v]*[0-9]){0,2}[ \\t\\n\\r\\f\\v]*)?$"
