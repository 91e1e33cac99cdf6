select case when "list" is not null and $1::bigint is not null then coalesce((
  select min(place)
  from unnest("list") with ordinality as items(item, place)
  where item = $2::bigint
), 0) end as "list", case when "words" is not null and $3::text is not null then coalesce((
  select min(place)
  from unnest("words") with ordinality as items(item, place)
  where item = $4::text
), 0) end as "words"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "a"
-- 4: "a"
