select case when "rates" is not null then (
  select coalesce(jsonb_agg(jsonb_build_object('key', key, 'value', value) order by place), '[]')
  from json_each("rates"::json) with ordinality as entry(key, value, place)
) end as "rates"
from "shop"."samples";
