-- lists: arrayDistinct of array<array<long>> is not supported on PostgreSQL
-- pairs: arrayDistinct of array<struct<key:string,value:long>> is not supported on PostgreSQL
select case when "list" is not null then array(
  select item
  from (
    select item, min(place) as place
    from unnest("list") with ordinality as items(item, place)
    group by item
  ) as items
  order by place
) end as "list", case when "words" is not null then array(
  select item
  from (
    select item, min(place) as place
    from unnest("words") with ordinality as items(item, place)
    group by item
  ) as items
  order by place
) end as "words"
from "shop"."samples";
