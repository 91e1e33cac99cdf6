select case when "list" is not null then coalesce((
  select jsonb_agg(jsonb_build_object('number', item1) order by place)
  from rows
  from (unnest("list")) with ordinality as items(item1, place)
), '[]') end as "[""number""]"
from "shop"."samples";
