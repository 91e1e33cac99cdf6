select case when "list" is not null then array(
  select item
  from unnest("list") with ordinality as items(item, place)
  where item is not null
  order by place
) end as "list", case when "lists" is not null then coalesce((
  select jsonb_agg(item order by place)
  from (
    select nullif(value, 'null'), place
    from jsonb_array_elements("lists") with ordinality as raw(value, place)
  ) as items(item, place)
  where item is not null
), '[]') end as "lists", case when "words" is not null then array(
  select item
  from unnest("words") with ordinality as items(item, place)
  where item is not null
  order by place
) end as "words", case when "pairs" is not null then coalesce((
  select jsonb_agg(item order by place)
  from (
    select nullif(value, 'null'), place
    from jsonb_array_elements("pairs") with ordinality as raw(value, place)
  ) as items(item, place)
  where item is not null
), '[]') end as "pairs"
from "shop"."samples";
