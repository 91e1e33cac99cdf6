select case when "rates" is not null then array(
  select (value #>> '{}')::double precision
  from json_each("rates"::json) with ordinality as entry(key, value, place)
  order by place
) end as "rates"
from "shop"."samples";
