select case when "text" = '' then '' when "text" is not null then (
  select string_agg(initcap(left(word, 1) collate "und-x-icu") || lower(substr(word, 2) collate "und-x-icu"), ' ' order by place)
  from unnest(string_to_array("text", ' ')) with ordinality as split(word, place)
) end as "text"
from "shop"."samples";
