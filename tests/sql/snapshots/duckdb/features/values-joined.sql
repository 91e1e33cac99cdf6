select "orders"."id", "q1"."rank"
from "orders"
inner join (
  select unnest(given.c0) as "status", unnest(given.c1) as "rank"
  from (
    select from_json_strict($1, '{"c0":["VARCHAR"],"c1":["BIGINT"]}') as given
  )
) as "q1" on "orders"."status" = "q1"."status";
-- 1: "{\"c0\":[\"paid\"],\"c1\":[1]}"
