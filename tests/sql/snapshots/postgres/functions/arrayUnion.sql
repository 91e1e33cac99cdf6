-- lists: arrayUnion of array<array<long>> is not supported on PostgreSQL
-- pairs: arrayUnion of array<struct<key:string,value:long>> is not supported on PostgreSQL
select case when "list" is not null and "list" is not null then array(
  select item
  from (
    select item, min(place) as place
    from (
      select item, place
      from unnest("list") with ordinality as items(item, place)
      union all
      select item, place + 2147483632
      from unnest("list") with ordinality as items(item, place)
    ) as items
    group by item
  ) as items
  order by place
) end as "list", case when "words" is not null and "words" is not null then array(
  select item
  from (
    select item, min(place) as place
    from (
      select item, place
      from unnest("words") with ordinality as items(item, place)
      union all
      select item, place + 2147483632
      from unnest("words") with ordinality as items(item, place)
    ) as items
    group by item
  ) as items
  order by place
) end as "words"
from "shop"."samples";
