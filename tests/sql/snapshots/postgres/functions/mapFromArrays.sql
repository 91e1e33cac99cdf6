select case when cardinality("list") <> cardinality("list") then ('mapFromArrays: ' || cardinality("list") || ' keys for ' || cardinality("list") || ' values')::int::text::json when "list" is not null and "list" is not null then (
  select coalesce(json_object_agg_unique(key, value order by place), '{}')
  from rows
  from (unnest("list"), unnest("list")) with ordinality as entry(key, value, place)
) end as "list", case when cardinality("words") <> cardinality("list") then ('mapFromArrays: ' || cardinality("words") || ' keys for ' || cardinality("list") || ' values')::int::text::json when "words" is not null and "list" is not null then (
  select coalesce(json_object_agg_unique(key, value order by place), '{}')
  from rows
  from (unnest("words"), unnest("list")) with ordinality as entry(key, value, place)
) end as "words"
from "shop"."samples";
