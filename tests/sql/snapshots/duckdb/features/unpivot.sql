select "samples"."id", "q1"."name", case when "q1"."name" = $1 then "samples"."small"::bigint when "q1"."name" = $2 then "samples"."number" end as "value"
from "shop"."samples"
cross join (
  select unnest(given.c0) as "name"
  from (
    select from_json_strict($3, '{"c0":["VARCHAR"]}') as given
  )
) as "q1";
-- 1: "small"
-- 2: "number"
-- 3: "{\"c0\":[\"small\",\"number\"]}"
