select case when "pairs" is not null then (
  select case when coalesce(bool_and(jsonb_typeof(pair) <> 'null'), true) then coalesce(json_object_agg_unique(pair ->> $1::text, pair -> $2::text order by place) filter (where jsonb_typeof(pair) <> 'null'), '{}') end
  from jsonb_array_elements("pairs") with ordinality as pairs(pair, place)
) end as "pairs"
from "shop"."samples";
-- 1: "key"
-- 2: "value"
