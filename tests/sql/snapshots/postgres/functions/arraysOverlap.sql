-- lists: arraysOverlap of array<array<long>> is not supported on PostgreSQL
-- pairs: arraysOverlap of array<struct<key:string,value:long>> is not supported on PostgreSQL
select case when "list" is null or "list" is null then null when exists(
  select item
  from unnest("list") with ordinality as items(item, place)
  where item is not null
  intersect
  select item
  from unnest("list") with ordinality as items(item, place)
) then true when cardinality("list") > 0 and cardinality("list") > 0 and ((
  select count(*) > count(item)
  from unnest("list") with ordinality as items(item, place)
) or (
  select count(*) > count(item)
  from unnest("list") with ordinality as items(item, place)
)) then null else false end as "list", case when "words" is null or "words" is null then null when exists(
  select item
  from unnest("words") with ordinality as items(item, place)
  where item is not null
  intersect
  select item
  from unnest("words") with ordinality as items(item, place)
) then true when cardinality("words") > 0 and cardinality("words") > 0 and ((
  select count(*) > count(item)
  from unnest("words") with ordinality as items(item, place)
) or (
  select count(*) > count(item)
  from unnest("words") with ordinality as items(item, place)
)) then null else false end as "words"
from "shop"."samples";
