select case when "list" is not null then array(
  select item
  from unnest("list") with ordinality as items(item, place)
  order by item nulls last
) end as "list", case when "words" is not null then array(
  select item
  from unnest("words") with ordinality as items(item, place)
  order by item collate "C" nulls last
) end as "words"
from "shop"."samples";
