select case when "text" is not null then coalesce((
  select string_agg(case when one ~ '^[A-Za-z0-9.*_-]$' then one when one = ' ' then '+' else regexp_replace(upper(encode(convert_to(one, 'UTF8'), 'hex')), '(..)', '%\1', 'g') end, '' order by place)
  from string_to_table("text", null) with ordinality as split(one, place)
), '') end as "text"
from "shop"."samples";
