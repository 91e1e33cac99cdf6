select (
  select item
  from unnest("list") with ordinality as items(item, place)
  where item is not null
  order by item asc
  limit 1
) as "list", (
  select item
  from unnest("words") with ordinality as items(item, place)
  where item is not null
  order by item collate "C" asc
  limit 1
) as "words"
from "shop"."samples";
