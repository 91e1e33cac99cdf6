select case when "list" is not null and $1::bigint is not null then array(
  select item
  from unnest("list") with ordinality as items(item, place)
  where item is distinct from $2::bigint
  order by place
) end as "list", case when "words" is not null and $3::text is not null then array(
  select item
  from unnest("words") with ordinality as items(item, place)
  where item is distinct from $4::text
  order by place
) end as "words"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "a"
-- 4: "a"
