select case when "list" is not null then '[' || coalesce((
  select string_agg(coalesce(e1.value::text, 'null'), ',' order by e1.place)
  from unnest("list") with ordinality as e1(value, place)
), '') || ']' end as "list", case when "lists" is not null then '[' || coalesce((
  select string_agg(coalesce(case when case when jsonb_typeof(e1.value::jsonb) = 'array' then array(
    select element::bigint
    from jsonb_array_elements_text(e1.value::jsonb) with ordinality as elements(element, place)
    order by place
  ) end is not null then '[' || coalesce((
    select string_agg(coalesce(e2.value::text, 'null'), ',' order by e2.place)
    from unnest(case when jsonb_typeof(e1.value::jsonb) = 'array' then array(
      select element::bigint
      from jsonb_array_elements_text(e1.value::jsonb) with ordinality as elements(element, place)
      order by place
    ) end) with ordinality as e2(value, place)
  ), '') || ']' end, 'null'), ',' order by e1.place)
  from jsonb_array_elements("lists") with ordinality as e1(value, place)
), '') || ']' end as "lists"
from "shop"."samples";
