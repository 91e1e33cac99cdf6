select case when "lists" is null or exists(
  select
  from (
    select nullif(value, 'null'), place
    from jsonb_array_elements("lists") with ordinality as raw(value, place)
  ) as items(item, place)
  where item is null
) then null else array(
  select (inner_item #>> '{}')::bigint
  from jsonb_array_elements("lists") with ordinality as items(item, place), jsonb_array_elements(item) with ordinality as inner_items(inner_item, inner_place)
  order by place, inner_place
) end as "lists"
from "shop"."samples";
