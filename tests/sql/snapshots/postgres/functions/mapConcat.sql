select case when "rates" is not null and "rates" is not null then (
  select coalesce(json_object_agg_unique(key, value order by map_place, place), '{}')
  from json_array_elements(json_build_array("rates", "rates")) with ordinality as maps(map, map_place), json_each(map) with ordinality as entry(key, value, place)
) end as "rates"
from "shop"."samples";
